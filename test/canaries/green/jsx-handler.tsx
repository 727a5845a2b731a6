export function Handler() {
  return <button type="submit">申し込む</button>
}
