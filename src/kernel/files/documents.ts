import { inflateSync } from "node:zlib"
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFStream,
  type PDFObject,
} from "@cantoo/pdf-lib"
import { Refused } from "./refused.ts"

// A PDF is taken apart, looked at object by object, and written anew: nothing is given out that was not looked at.

/** What acts by itself: programs, other programs, forms that send. Links and jumps within the document may stay. */
const acts = new Set([
  ...["JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition", "RichMediaExecute", "Movie"],
  "Sound",
])
const scripted = new Set(["JS", "JavaScript", "XFA"])
const carries = new Set(["EF", "EmbeddedFiles", "RichMediaContent"])
const carriers = new Set(["EmbeddedFile", "FileAttachment", "RichMedia", "Screen", "Movie", "Sound", "3D"])

/** A password, or a lock against changes: what is inside cannot be looked at. */
const locked = /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/

/** Throws Refused with the reason. */
export const rewriteDocument = async (bytes: Uint8Array, type: string | null): Promise<Uint8Array> => {
  if (type !== "application/pdf") throw new Refused("no-document")
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")
  if (locked.test(text)) throw new Refused("password")
  refuseBombs(bytes, text)
  const document = await read(bytes)
  for (const [, object] of document.context.enumerateIndirectObjects()) refuseActive(object, 0)
  return document.save({ rewrite: true, updateFieldAppearances: false, addDefaultPage: false })
}

const read = async (bytes: Uint8Array): Promise<PDFDocument> => {
  const options = { throwOnInvalidObject: true, updateMetadata: false, preserveXFA: true }
  try {
    const document = await PDFDocument.load(bytes, options)
    if (document.getPageCount() > 0) return document
  } catch (error) {
    if (error instanceof EncryptedPDFError) throw new Refused("password")
  }
  throw new Refused("broken")
}

const deepest = 200

const refuseActive = (object: PDFObject, depth: number): void => {
  if (depth > deepest) throw new Refused("broken")
  if (object instanceof PDFArray) for (const each of object.asArray()) refuseActive(each, depth + 1)
  const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null
  for (const [key, value] of dict?.entries() ?? []) {
    refuseEntry(key.decodeText(), value instanceof PDFName ? value.decodeText() : null)
    refuseActive(value, depth + 1)
  }
}

const refuseEntry = (key: string, name: string | null): void => {
  if (scripted.has(key)) throw new Refused("script")
  if (key === "S" && name !== null && acts.has(name)) throw new Refused("script")
  if (carries.has(key)) throw new Refused("attachment")
  if ((key === "Type" || key === "Subtype") && name !== null && carriers.has(name))
    throw new Refused("attachment")
}

/** Objects stand compressed in streams that the reader unpacks whole: a few bytes could become gigabytes. */
const mostUnpacked = 64 * 1024 * 1024

const refuseBombs = (bytes: Uint8Array, text: string): void => {
  let unpacked = 0
  for (const match of text.matchAll(/\bobj\b((?:(?!endobj)[\s\S])*?)stream\r?\n/g)) {
    const dict = (match[1] ?? "").replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    if (!/\/(ObjStm|XRef)\b/.test(dict)) continue
    if ((dict.match(/\/\w*Decode\b/g) ?? []).length > 1) throw new Refused("broken")
    unpacked += unpackedSize(bytes.subarray(match.index + match[0].length), mostUnpacked - unpacked)
  }
}

const unpackedSize = (packed: Uint8Array, most: number): number => {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw new Refused("broken")
    return 0
  }
}
