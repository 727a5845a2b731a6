export function Handler() {
  return (
    <button type="button" onClick={() => 1}>
      申し込む
    </button>
  )
}
