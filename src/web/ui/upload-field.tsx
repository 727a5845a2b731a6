import type { FileRole } from "#kernel/files/files.ts"
import { controlAttributes, Field, type FieldProps } from "./field.tsx"

type UploadFieldProps = Omit<FieldProps, "value"> & {
  readonly accepts: FileRole["accepts"]
  /** The largest file that is taken, in megabytes. */
  readonly megabytes: number
  readonly multiple?: boolean
}

const types: Readonly<Record<FileRole["accepts"], string>> = {
  picture: "image/jpeg,image/png,image/webp,image/gif,image/avif",
  document: "application/pdf",
  either: "image/jpeg,image/png,image/webp,application/pdf",
}

/** A file of one's own: chosen, or dropped on the field. The form around it is `multipart`. */
export function UploadField(props: UploadFieldProps) {
  const { view, accepts, megabytes, multiple = false } = props
  const hint = props.hint ?? view.t(`web:file.hint.${accepts}`, { megabytes })
  return (
    <Field {...props} hint={hint}>
      <upload-field
        data-most={String(megabytes * 1024 * 1024)}
        data-too-large={view.text("web:file.error.too-large")}
        data-sending={view.text("web:file.sending")}
      >
        <input
          class="input upload-input"
          type="file"
          accept={types[accepts]}
          multiple={multiple}
          {...controlAttributes({ ...props, hint })}
        />
      </upload-field>
    </Field>
  )
}
