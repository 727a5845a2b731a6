import { createReadStream } from "node:fs"
import iconv from "iconv-lite"

export type Encoding = "utf-8" | "utf-8-bom" | "cp932"

/** A file by its path, or what was uploaded, whole. */
export type Source = string | Uint8Array

const chunk = 64 * 1024

export const chunksOf = async function* (source: Source): AsyncGenerator<Uint8Array> {
  if (typeof source === "string") {
    yield* createReadStream(source, { highWaterMark: chunk }) as AsyncIterable<Uint8Array>
    return
  }
  for (let at = 0; at < source.length; at += chunk) yield source.subarray(at, at + chunk)
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

const isWholeUtf8 = async (source: Source): Promise<boolean> => {
  const decoder = new TextDecoder("utf-8", { fatal: true })
  try {
    for await (const bytes of chunksOf(source)) decoder.decode(bytes, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** Of the characters beyond ASCII, the share that is broken when the file is read as UTF-8. */
const brokenShare = async (source: Source): Promise<number> => {
  const decoder = new TextDecoder("utf-8")
  let broken = 0
  let all = 0
  for await (const bytes of chunksOf(source)) {
    const text = decoder.decode(bytes, { stream: true })
    broken += text.match(/\ufffd/g)?.length ?? 0
    all += text.match(/\P{ASCII}/gu)?.length ?? 0
  }
  return all === 0 ? 0 : broken / all
}

/**
 * UTF-8 if the whole file is valid UTF-8, else CP932: what a Japanese office's Excel writes. A UTF-8 file with a
 * few broken bytes stays UTF-8, so that only those rows suffer; CP932 read as UTF-8 is broken nearly everywhere.
 */
export const detectEncoding = async (source: Source): Promise<Encoding> => {
  for await (const bytes of chunksOf(source)) {
    if (hasMark(bytes)) return "utf-8-bom"
    break
  }
  if (await isWholeUtf8(source)) return "utf-8"
  return (await brokenShare(source)) < 0.1 ? "utf-8" : "cp932"
}

/** The text of a file, in pieces; a byte that is no character becomes U+FFFD. `seen` is told the bytes read. */
export const decode = async function* (
  source: Source,
  encoding: Encoding,
  seen: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = encoding === "cp932" ? iconv.getDecoder("cp932") : undefined
  const utf8 = new TextDecoder("utf-8")
  for await (const bytes of chunksOf(source)) {
    seen(bytes.length)
    const text = decoder ? decoder.write(Buffer.from(bytes)) : utf8.decode(bytes, { stream: true })
    if (text) yield text
  }
  const rest = decoder ? decoder.end() : utf8.decode()
  if (rest) yield rest
}
