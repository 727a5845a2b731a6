import { controlAttributes, Field, type FieldProps } from "./field.tsx"

const isoDay = /^\d{4}-\d{2}-\d{2}$/
const isoTime = /^([01]\d|2[0-3]):[0-5]\d$/

/**
 * A day: the browser's own calendar, which phones do best. What was typed and is no day of the calendar comes back
 * in a plain line, because a date input would drop it; the reader of the form takes 令和8年4月1日 as well.
 */
export function DateField(props: FieldProps & { readonly min?: string; readonly max?: string }) {
  const { value = "", min, max } = props
  return (
    <Field {...props}>
      {value === "" || isDay(value) ? (
        <input
          class="input"
          data-width="day"
          type="date"
          value={value}
          min={min}
          max={max}
          {...controlAttributes(props)}
        />
      ) : (
        <input class="input" data-width="day" type="text" value={value} {...controlAttributes(props)} />
      )}
    </Field>
  )
}

/** A time of day, to the minute. */
export function TimeField(props: FieldProps) {
  const { value = "" } = props
  const type = value === "" || isoTime.test(value) ? "time" : "text"
  return (
    <Field {...props}>
      <input class="input" data-width="time" type={type} value={value} {...controlAttributes(props)} />
    </Field>
  )
}

function isDay(value: string): boolean {
  return (
    isoDay.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value)
  )
}
