import { spawn, type ChildProcess } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:http"
import { createHttpServer } from "#web/server.ts"
import { measureGet } from "./support/load.ts"
import { median, report } from "./support/report.ts"
import { withProgram } from "./support/world.ts"

// An anonymous page that is kept, against a bare node:http server that sends the same head and body.
// Both servers run in a process of their own, one after the other, several times over.

const rounds = 5
const load = { connections: 32, milliseconds: 1500 }
const paths = ["/listings", "/", "/areas", "/organisations"]

const listenAnywhere = async (server: ReturnType<typeof createServer>): Promise<void> => {
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  if (address !== null && typeof address === "object") process.send?.(address.port)
}

const serveProgram = (): Promise<void> =>
  withProgram(async (program) => {
    const { app, cache } = program.web()
    await listenAnywhere(createHttpServer(app, cache))
    await once(process, "disconnect")
  })

const serveBare = async (): Promise<void> => {
  const [page] = (await once(process, "message")) as [{ headers: Record<string, string>; body: string }]
  const body = Buffer.from(page.body, "base64")
  await listenAnywhere(
    createServer((_request, response) => {
      response.writeHead(200, { ...page.headers, "content-length": body.length })
      response.end(body)
    }),
  )
  await once(process, "disconnect")
  process.exit(0)
}

const start = (role: string): ChildProcess =>
  spawn(process.execPath, [...process.execArgv, import.meta.filename, role], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  })

const portOf = async (child: ChildProcess): Promise<number> => {
  const [port] = (await once(child, "message")) as [number]
  return port
}

const compare = async (programPort: number, path: string): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${programPort}${path}`, {
    headers: { "accept-encoding": "identity" },
  })
  const headers = Object.fromEntries(
    [...response.headers].filter(
      ([name]) => !["date", "connection", "keep-alive", "transfer-encoding"].includes(name),
    ),
  )
  const bare = start("bare")
  bare.send({ headers, body: Buffer.from(await response.arrayBuffer()).toString("base64") })
  const barePort = await portOf(bare)
  const kept: number[] = []
  const reference: number[] = []
  for (let round = 0; round < rounds; round++) {
    kept.push(await measureGet(programPort, path, load))
    reference.push(await measureGet(barePort, path, load))
  }
  report(`pages.kept ${path} requests/s`, median(kept), median(reference))
  bare.disconnect()
}

const measure = async (): Promise<void> => {
  const program = start("program")
  const port = await portOf(program)
  for (const path of paths) await compare(port, path)
  program.disconnect()
  await once(program, "exit")
}

if (process.argv[2] === "program") await serveProgram()
else if (process.argv[2] === "bare") await serveBare()
else await measure()
