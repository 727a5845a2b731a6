import type { Child } from "#jsx"
import type { FileRole, StoredFile } from "#kernel/files/files.ts"
import type { FormState } from "#web/forms.ts"
import { pictureOf, type FilePlace } from "#web/file-links.ts"
import type { View } from "#web/view.ts"
import { Button, Buttons } from "./button.tsx"
import { CheckboxField } from "./choice-fields.tsx"
import { fieldId } from "./field.tsx"
import { errorsOf } from "./form-state.ts"
import { Form, Hidden } from "./form.tsx"
import { Notice } from "./notice.tsx"
import { FileLink, Picture } from "./picture.tsx"
import { Tag } from "./tag.tsx"
import { TextField } from "./text-field.tsx"
import { UploadField } from "./upload-field.tsx"

export type FilesEditorProps = {
  readonly view: View
  /** Where the forms are sent: `/my/organisations/…/files`. */
  readonly path: string
  readonly place: FilePlace
  readonly roles: readonly FileRole[]
  readonly files: readonly StoredFile[]
  readonly removed: readonly StoredFile[]
  readonly limits: { readonly picture: number; readonly document: number }
  readonly form: FormState
}

export const uploadName = (role: FileRole): string => `${role.role}-file`

/** Everything that hangs on a record, place by place: what is there, what can be done with it, and room for more. */
export function FilesEditor(props: FilesEditorProps) {
  const { view, roles, removed } = props
  return (
    <>
      {roles.map((role) => (
        <Place {...props} role={role} />
      ))}
      {removed.length > 0 && (
        <details class="files-removed">
          <summary>{view.t("web:file.removed", { count: removed.length })}</summary>
          <ul class="files-list">
            {removed.map((file) => (
              <RemovedFile {...props} file={file} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** The lines of the summary above the page. */
export const fileErrors = ({ view, form, roles }: Pick<FilesEditorProps, "view" | "form" | "roles">) =>
  errorsOf(
    view,
    form,
    Object.fromEntries(roles.map((role) => [uploadName(role), view.t(`web:file.role.${role.role}`)])),
  )

type PlaceProps = FilesEditorProps & { readonly role: FileRole }

function Place(props: PlaceProps) {
  const { view, role } = props
  const own = props.files.filter((file) => file.role === role.role)
  const used = own.filter(({ state }) => state !== "refused").length
  const id = `files-${role.role}`
  return (
    <section class="files-place" aria-labelledby={id}>
      <h2 id={id}>
        {view.t(`web:file.role.${role.role}`)}
        {role.most > 1 && (
          <span class="files-count">{view.t("web:file.used", { used, most: role.most })}</span>
        )}
      </h2>
      {own.length > 0 && <HowToWrite view={view} role={role} />}
      {own.length > 0 && (
        <ul class="files-list">
          {own.map((file, at) => (
            <FileItem {...props} file={file} first={at === 0} last={at === own.length - 1} />
          ))}
        </ul>
      )}
      {(role.most === 1 || used < role.most) && (
        <Adding {...props} room={role.most - used} there={used > 0} />
      )}
    </section>
  )
}

/** Said once for all of them. */
function HowToWrite({ view, role }: Pick<PlaceProps, "view" | "role">) {
  if (role.accepts !== "picture") return <p class="field-hint">{view.t("web:file.title-hint")}</p>
  return role.needsAlt === true ? <p class="field-hint">{view.t("web:file.alt-hint")}</p> : null
}

function Adding(props: PlaceProps & { readonly room: number; readonly there: boolean }) {
  const { view, path, role, form, limits, there } = props
  const name = uploadName(role)
  const error = form.errors[name]
  return (
    <Form view={view} action={view.href(path)} multipart>
      <Hidden name="role" value={role.role} />
      <UploadField
        view={view}
        name={name}
        label={view.t(`web:file.add.${role.role}`)}
        accepts={role.accepts}
        megabytes={role.accepts === "picture" ? limits.picture : limits.document}
        multiple={role.most > 1 && props.room > 1}
        error={error && view.t(error)}
        required
        mark={false}
      />
      <Buttons>
        <Button kind="secondary">
          {there && role.most === 1 ? view.t("web:file.replace") : view.t(`web:file.send.${role.role}`)}
        </Button>
      </Buttons>
    </Form>
  )
}

type ItemProps = PlaceProps & {
  readonly file: StoredFile
  readonly first: boolean
  readonly last: boolean
}

/** One file: what it is, its words, its place. */
function FileItem(props: ItemProps) {
  const { view, path, file } = props
  return (
    <li class="files-item" id={`file-${file.publicId}`}>
      <Shown {...props} />
      <Form
        view={view}
        action={view.href(`${path}/${file.publicId}`)}
        version={file.version}
        label={file.name}
      >
        {!isLinked(file) && (
          <p class="files-name">
            {nameOf(file)} <State {...props} />
          </p>
        )}
        {file.state === "refused" && (
          <p class="field-error">＊{view.t(`web:file.refused.${file.refusal}`)}</p>
        )}
        <Conflict {...props} />
        {file.state === "usable" && <Words {...props} />}
        <Acts {...props} />
      </Form>
    </li>
  )
}

const nameOf = (file: StoredFile): string => (file.title === "" ? file.name : file.title)

/** A document stands there by its link, which says its name. */
const isLinked = (file: StoredFile): boolean => file.state === "usable" && file.type === "application/pdf"

function Shown({ view, file, place }: ItemProps) {
  if (file.state !== "usable") return null
  if (isLinked(file)) return <FileLink view={view} file={file} place={place} />
  return (
    <div class="files-picture">
      <Picture picture={pictureOf(file, { sizes: "10rem", place })} />
    </div>
  )
}

const lacksWords = (file: StoredFile, role: FileRole): boolean =>
  file.state === "usable" && role.needsAlt === true && file.alt === "" && !file.decorative

function State({ view, file, role }: ItemProps) {
  if (file.state === "quarantined") return <Tag icon="clock">{view.t("web:file.state.quarantined")}</Tag>
  if (file.state === "refused") return <Tag kind="alert">{view.t("web:file.state.refused")}</Tag>
  return lacksWords(file, role) ? <Tag kind="few">{view.t("web:file.state.no-words")}</Tag> : null
}

/** What was typed stays typed, also where somebody else was first. */
const wordsOf = (form: FormState, name: string, now: string): string => form.typed[name]?.[0] ?? now

function Conflict({ view, file, form }: ItemProps) {
  const { conflict } = form
  if (!conflict || form.typed[`act`]?.[0] !== "save") return null
  if (form.typed[`title-${file.publicId}`] === undefined && form.typed[`alt-${file.publicId}`] === undefined)
    return null
  const now = [conflict.current["title"], conflict.current["alt"]].filter(Boolean).join(" ")
  return (
    <Notice view={view} kind="warning" title={view.t("web:file.conflict")}>
      <p>{now === "" ? view.t("web:file.conflict-none") : now}</p>
    </Notice>
  )
}

function Words({ view, file, role, form }: ItemProps) {
  const typed = form.typed[`alt-${file.publicId}`] !== undefined
  if (role.accepts !== "picture")
    return (
      <TextField
        view={view}
        name={`title-${file.publicId}`}
        label={view.t("web:file.title")}
        value={wordsOf(form, `title-${file.publicId}`, file.title)}
        mark={false}
      />
    )
  if (role.needsAlt !== true) return null
  return (
    <>
      <TextField
        view={view}
        name={`alt-${file.publicId}`}
        label={view.t("web:file.alt")}
        value={wordsOf(form, `alt-${file.publicId}`, file.alt)}
        mark={false}
      />
      <CheckboxField
        view={view}
        name={`decorative-${file.publicId}`}
        label={view.t("web:file.decorative")}
        checked={typed ? form.typed[`decorative-${file.publicId}`] !== undefined : file.decorative}
      />
    </>
  )
}

function Acts({ view, file, role, first, last, place }: ItemProps) {
  const size = place === "office" ? "small" : "medium"
  const hasWords = file.state === "usable" && (role.accepts !== "picture" || role.needsAlt === true)
  return (
    <Buttons>
      {hasWords && (
        <Act name="save" kind="secondary" size={size}>
          {view.t("web:file.act.save")}
        </Act>
      )}
      {!first && (
        <Act name="earlier" size={size}>
          {view.t("web:file.act.earlier")}
        </Act>
      )}
      {!last && (
        <Act name="later" size={size}>
          {view.t("web:file.act.later")}
        </Act>
      )}
      <Act name="remove" size={size}>
        {view.t("web:file.act.remove")}
      </Act>
    </Buttons>
  )
}

type ActProps = {
  readonly name: string
  readonly kind?: "secondary" | "quiet"
  readonly size?: "small" | "medium"
  readonly children: Child
}

function Act({ name, kind = "quiet", size = "medium", children }: ActProps) {
  return (
    <Button kind={kind} size={size} name="act" value={name}>
      {children}
    </Button>
  )
}

function RemovedFile({ view, path, file }: FilesEditorProps & { readonly file: StoredFile }) {
  return (
    <li class="files-item" id={fieldId(`removed-${file.publicId}`)}>
      <Form
        view={view}
        action={view.href(`${path}/${file.publicId}`)}
        version={file.version}
        label={file.name}
      >
        <p class="files-name">{nameOf(file)}</p>
        <Buttons>
          <Act name="restore" kind="secondary">
            {view.t("web:file.act.restore")}
          </Act>
        </Buttons>
      </Form>
    </li>
  )
}
