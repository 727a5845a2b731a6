import { connect, type Socket } from "node:net"

/**
 * Requests per second of one GET over kept-alive connections, for a bounded time. It counts bytes of answers of equal
 * length instead of reading them, so that the measured server is what takes the time.
 */
export const measureGet = async (
  port: number,
  path: string,
  options: { readonly connections: number; readonly milliseconds: number },
): Promise<number> => {
  const request = `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`
  const size = await answerSize(port, request)
  const end = performance.now() + options.milliseconds
  const counts = await Promise.all(
    Array.from({ length: options.connections }, () => oneConnection(port, request, size, end)),
  )
  return (counts.reduce((sum, count) => sum + count, 0) / options.milliseconds) * 1000
}

const open = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => resolve(socket))
    socket.setNoDelay(true)
    socket.once("error", reject)
  })

const oneConnection = async (port: number, request: string, size: number, end: number): Promise<number> => {
  const socket = await open(port)
  let received = 0
  let answers = 0
  return new Promise((resolve, reject) => {
    socket.on("error", reject)
    socket.on("data", (chunk: Buffer) => {
      received += chunk.length
      if (received < size) return
      received -= size
      answers += 1
      if (performance.now() < end) return void socket.write(request)
      socket.destroy()
      resolve(answers)
    })
    socket.write(request)
  })
}

/** Head and body of an answer, in bytes; both must stay the same from one answer to the next. */
const answerSize = async (port: number, request: string): Promise<number> => {
  const socket = await open(port)
  const chunks: Buffer[] = []
  return new Promise((resolve, reject) => {
    socket.on("error", reject)
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk)
      const all = Buffer.concat(chunks)
      const head = all.indexOf("\r\n\r\n")
      if (head < 0) return
      const length = Number(
        /content-length: (\d+)/i.exec(all.subarray(0, head).toString())?.[1] ?? Number.NaN,
      )
      if (Number.isNaN(length)) reject(new Error("the answer has no content-length"))
      if (all.length < head + 4 + length) return
      socket.destroy()
      resolve(head + 4 + length)
    })
    socket.write(request)
  })
}
