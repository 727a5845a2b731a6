/** Our own set, drawn on 24 × 24 with one stroke. An icon never stands without its word. */
const paths = {
  arrow: "M5 12h14M13 6l6 6-6 6",
  back: "M19 12H5M11 6l-6 6 6 6",
  bell: "M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 21.5h4",
  building: "M4 21V5.5L13 3v18M13 9h7v12M2.5 21h19M7.5 8.5h2M7.5 12.5h2M7.5 16.5h2M16 13h1.5M16 17h1.5",
  calendar:
    "M5.5 5h13a2 2 0 0 1 2 2v11.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3.5 10h17M8 3v4M16 3v4",
  chart: "M3.5 20.5h17M7 20v-6M12 20V9.5M17 20V4.5",
  chat: "M4 5h16v11.5h-9L6.5 20v-3.5H4zM8 9.5h8M8 12.5h5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  chevron: "M9.5 5.5L16 12l-6.5 6.5",
  child: "M8 7.5a4 4 0 1 0 8 0a4 4 0 1 0-8 0M7 21v-3.5a5 5 0 0 1 10 0V21",
  clock: "M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0M12 7v5.5l3.5 2",
  close: "M6 6l12 12M18 6L6 18",
  coin: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M8.5 7.5l3.5 5 3.5-5M12 12.5v5M9 13h6M9 15.5h6",
  down: "M6 9l6 6 6-6",
  download: "M12 4v11M7.5 10.5L12 15l4.5-4.5M4.5 19.5h15",
  edit: "M4 20l1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5",
  error: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6",
  external: "M10 5H5v14h14v-5M13.5 4.5h6v6M19.5 4.5L11 13",
  filter: "M3.5 5h17L14 13v6.5l-4-2V13z",
  globe:
    "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M3 12h18M12 3c2.8 2.6 4 5.6 4 9s-1.2 6.4-4 9c-2.8-2.6-4-5.6-4-9s1.2-6.4 4-9z",
  hand: "M12 11S8 8.6 8 6a2.2 2.2 0 0 1 4-1.3A2.2 2.2 0 0 1 16 6c0 2.6-4 5-4 5zM3 14.5h3.5l3 1.5H13a1.5 1.5 0 0 1 0 3H9.5M13.8 17.3l4.3-2.4a1.6 1.6 0 0 1 1.7 2.7L14 21.5H8l-2-1H3",
  heart: "M12 20.5S3.5 15.5 3.5 9.3A4.7 4.7 0 0 1 12 6.6a4.7 4.7 0 0 1 8.5 2.7c0 6.2-8.5 11.2-8.5 11.2z",
  history: "M3.5 12a8.5 8.5 0 1 0 2.6-6.1L3.5 8.3M3.5 3.8v4.5H8M12 7.5v5l3.2 1.9",
  home: "M3.5 11.5L12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20",
  info: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 11v5.5M12 7.7v.1",
  leave: "M10 4H5v16h5M14 8l4 4-4 4M18 12H9",
  link: "M10 14a4 4 0 0 0 5.7 0l3.2-3.2a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3.2 3.2a4 4 0 0 0 5.7 5.7l1-1",
  list: "M8.5 6h12M8.5 12h12M8.5 18h12M4 6v.1M4 12v.1M4 18v.1",
  lock: "M5 10.5h14v10H5zM8 10.5v-3a4 4 0 0 1 8 0v3",
  mail: "M3 5.5h18v13H3zM3.5 6.5L12 13l8.5-6.5",
  map: "M9 4L3.5 6v14L9 18l6 2 5.5-2V4L15 6zM9 4v14M15 6v14",
  menu: "M4 7h16M4 12h16M4 17h16",
  people:
    "M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 4.8a3.3 3.3 0 0 1 0 6.4M18 14.6c2.2.8 3.5 2.7 3.5 5.4",
  person: "M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0M4.5 20.5c0-4 3.3-6.5 7.5-6.5s7.5 2.5 7.5 6.5",
  phone:
    "M5 3.5h3.5l1.7 4.6L8 9.7a12 12 0 0 0 6.3 6.3l1.6-2.2 4.6 1.7V19a2 2 0 0 1-2 2A15.5 15.5 0 0 1 3 5.5a2 2 0 0 1 2-2z",
  place:
    "M12 21.5s-7-6.2-7-11.7a7 7 0 0 1 14 0c0 5.5-7 11.7-7 11.7zM9.4 9.8a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0",
  plus: "M12 5v14M5 12h14",
  print:
    "M7 9V4h10v5M7 17H4.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H17M7 14h10v6.5H7z",
  screen: "M3 4.5h18v12H3zM8.5 20.5h7M12 16.5v4",
  search: "M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5L21 21",
  sprout: "M12 21v-9M12 12.5C12 8.3 9 5.5 4 5.5c0 4.5 3.2 7 8 7zM12 15.5c0-3.7 2.7-6 8-6 0 4-3.2 6-8 6",
  star: "M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6-4.4-4.2 6-.8z",
  success: "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M8 12.5l2.8 2.8 5.5-5.8",
  warning: "M12 3.5L22 20.5H2zM12 10v4.5M12 17.3v.1",
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}

/** The mark of the house: two circles that meet, 縁. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 40 28" width="40" height="28" aria-hidden="true" focusable="false">
      <path class="mark-lens" d="M20 3.9a12 12 0 0 1 0 20.2a12 12 0 0 1 0-20.2z" />
      <circle cx="13.5" cy="14" r="12" />
      <circle cx="26.5" cy="14" r="12" />
    </svg>
  )
}
