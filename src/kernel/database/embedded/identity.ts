import { execFileSync, spawnSync } from "node:child_process"
import { lstatSync } from "node:fs"
import { join } from "node:path"
import type { Binaries } from "./binaries.ts"
import { EmbeddedDatabaseFailed } from "./errors.ts"
import type { Place } from "./place.ts"

export type Owner = { readonly uid: number; readonly gid: number }

/** Under whom PostgreSQL runs: words put before its command, the process's user, and whose its files are. */
export type Identity = { readonly prefix: readonly string[]; readonly as?: Owner; readonly owner: Owner }

// Root cannot be refused entry anywhere, so that a nobody that keeps this one right may follow it there.
const keepEntry = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]

/**
 * PostgreSQL refuses to run as root. There it runs as nobody; where nobody may not pass (a clone in a closed home
 * folder), inside a user namespace; where those are forbidden (most containers), as nobody with root's right to pass.
 */
export const chooseIdentity = (place: Place, binaries: Binaries): Identity => {
  const me = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  if (me.uid !== 0) return refuseForeignFolder(place, { prefix: [], owner: me })
  const nobody = findNobody()
  const way = waysOfRoot(nobody).find((identity) => mayPass(identity, place, binaries))
  if (!way) throw noWay(place.folder)
  takeOver(place.cluster, way.owner)
  takeOver(place.sockets, way.owner)
  return way
}

/** Whoever may own the folder of the sockets. */
export const trustedOwners = (): Owner[] => {
  const me = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  return me.uid === 0 ? [me, findNobody()] : [me]
}

const waysOfRoot = (nobody: Owner): Identity[] => {
  const { uid, gid } = nobody
  return [
    { prefix: [], as: nobody, owner: nobody },
    { prefix: ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`], owner: { uid: 0, gid: 0 } },
    {
      prefix: ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...keepEntry],
      owner: nobody,
    },
  ]
}

const findNobody = (): Owner => {
  const ask = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }))
  return { uid: ask("-u"), gid: ask("-g") }
}

// Tried rather than read from mode bits: access lists, mounts and containers have their own say.
const mayPass = ({ prefix, as }: Identity, place: Place, binaries: Binaries): boolean => {
  const passable = 'test -x "$1" && test -x "$2" && test -x "$3" && test -r "$4"'
  const paths = [
    place.folder,
    parentOf(place.sockets),
    binaries.postgres,
    join(binaries.share, "postgres.bki"),
  ]
  return (
    spawnSync("env", [...prefix, "sh", "-c", passable, "sh", ...paths], { cwd: "/", stdio: "ignore", ...as })
      .status === 0
  )
}

const parentOf = (path: string) => join(path, "..")

const takeOver = (path: string, { uid, gid }: Owner): void => {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found || found.uid === uid) return
  execFileSync("chown", ["-R", `${uid}:${gid}`, path])
}

const refuseForeignFolder = (place: Place, identity: Identity): Identity => {
  const found = lstatSync(place.cluster, { throwIfNoEntry: false })
  if (!found || found.uid === identity.owner.uid) return identity
  throw new EmbeddedDatabaseFailed(
    `${place.cluster} は別の利用者（uid ${found.uid}）のものです。その利用者で動かすか、所有者を変えてください。
${place.cluster} belongs to another user (uid ${found.uid}). Run as that user, or change the folder's owner.`,
  )
}

const noWay = (folder: string) =>
  new EmbeddedDatabaseFailed(
    `データベースは root では動きません。一般の利用者で動かすか、${folder} をほかの利用者も通れる場所に移すか、DATABASE_URL を指定してください。
The database does not run as root. Run Enishi as an ordinary user, move ${folder} to a place that other users can pass, or set DATABASE_URL.`,
  )
