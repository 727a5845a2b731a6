import { jaModel, Parser } from "budoux"

let parser: Parser | undefined

/** Japanese has no spaces: phrases may break between them, never inside. Other languages stay as they are. */
export function Phrase({ text, lang = "ja" }: { readonly text: string; readonly lang?: string }) {
  if (!lang.startsWith("ja")) return <>{text}</>
  parser ??= new Parser(jaModel)
  const [first, ...rest] = parser.parse(text)
  return (
    <span class="phrase">
      {first}
      {rest.map((phrase) => (
        <>
          <wbr />
          {phrase}
        </>
      ))}
    </span>
  )
}
