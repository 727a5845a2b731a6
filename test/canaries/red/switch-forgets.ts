export const word = (state: "draft" | "published"): string => {
  switch (state) {
    case "draft":
      return "下書き"
  }
  return ""
}
