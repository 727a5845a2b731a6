/** The database that comes with the program could not be started; the message says why and what to do. */
export class EmbeddedDatabaseFailed extends Error {
  override readonly name = "EmbeddedDatabaseFailed"
}

/** Another `npm start` runs on the same data folder. */
export class AlreadyRunning extends Error {
  override readonly name = "AlreadyRunning"
}
