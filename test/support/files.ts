import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib"
import { crc32, deflateSync } from "node:zlib"
import sharp from "sharp"

// Files as people send them, and as people who mean harm send them. Made here: nobody's pictures lie in the tests.

/** A photograph in one colour, with the position that a telephone writes into it, lying on its side. */
export const photograph = (width = 1200, height = 800): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: "#3a7d44" } })
    .withExif({ IFD0: { Artist: "撮影した人" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "34/1 38/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

export const plainPicture = (width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 4, background: "#88000080" } })
    .png()
    .toBuffer()

/** A few bytes that claim to be ten thousand million points. */
export const pixelBomb = async (): Promise<Buffer> => {
  const bytes = await plainPicture(1, 1)
  bytes.writeUInt32BE(100_000, 16)
  bytes.writeUInt32BE(100_000, 20)
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

export const svg = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
)

export const zip = Buffer.from("504b0304140000000000000000000000000000000000000000000000", "hex")

/** The head of what telephones write that most programs cannot read. */
export const heic = Buffer.concat([
  Buffer.from("0000001866747970", "hex"),
  Buffer.from("heic"),
  Buffer.from("00000000", "hex"),
  Buffer.from("mif1heic"),
  Buffer.alloc(64),
])

type Changing = (document: PDFDocument) => void | Promise<void>

/** A flyer of one page. */
export const flyer = async (change: Changing = () => {}): Promise<Buffer> => {
  const document = await PDFDocument.create()
  document.addPage([300, 400]).drawText("flyer")
  await change(document)
  return Buffer.from(await document.save())
}

export const scripted = (): Promise<Buffer> =>
  flyer((document) => document.addJavaScript("hello", "app.alert('hello')"))

export const carrying = (): Promise<Buffer> =>
  flyer((document) => document.attach(Buffer.from("MZ"), "program.exe"))

export const launching = (): Promise<Buffer> =>
  flyer((document) => {
    const action = document.context.obj({ S: PDFName.of("L#61unch"), F: PDFString.of("calc.exe") })
    document.catalog.set(PDFName.of("OpenAction"), action)
  })

/** Opens at its first page: what every word processor writes. */
export const jumping = (): Promise<Buffer> =>
  flyer((document) => {
    const [page] = document.getPages()
    if (page)
      document.catalog.set(PDFName.of("OpenAction"), document.context.obj([page.ref, PDFName.of("Fit")]))
  })

/** A flyer with an object stream of some kilobytes that unpacks to seventy megabytes. */
export const bomb = async (): Promise<Buffer> => {
  const packed = deflateSync(
    Buffer.concat([Buffer.from("91 0 <</A 1>>"), Buffer.alloc(70 * 1024 * 1024, " ")]),
  )
  const dict = `<</Type/Obj#53tm/Filter/FlateDecode/N 1/First 5/Length ${packed.length}>>`
  const [head, tail] = [`\n90 0 obj\n${dict}\nstream\n`, "\nendstream\nendobj\n"]
  return Buffer.concat([await flyer(), Buffer.from(head), packed, Buffer.from(tail)])
}

/** A script that a later version of the same object hides from whoever reads only the last one. */
export const overwritten = async (): Promise<Buffer> =>
  Buffer.concat([
    await flyer(),
    Buffer.from(
      "\n90 0 obj\n<</S/JavaScript/JS(app.alert\\(1\\))>>\nendobj\n90 0 obj\n<</Kind/Harmless>>\nendobj\n",
    ),
  ])

export const locked = async (): Promise<Buffer> => {
  const document = await PDFDocument.create()
  document.addPage()
  document.encrypt({ userPassword: "secret", ownerPassword: "secret too" })
  return Buffer.from(await document.save())
}
