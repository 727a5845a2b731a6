import type { Hono, MiddlewareHandler } from "hono"
import type { Actor, Membership, Post, PostRole } from "#kernel/actor.ts"
import type { Handler } from "#kernel/events.ts"
import type { StoredFile } from "#kernel/files/files.ts"
import type { Metric } from "#kernel/figures.ts"
import type { AnyJob, Schedule } from "#kernel/jobs/jobs.ts"
import type { Question } from "#kernel/question.ts"
import type { Context, Transaction, Work } from "#kernel/transaction.ts"
import type { WebEnv } from "#web/context.ts"
import type { Child } from "#jsx"
import type { Catalogues } from "#web/texts.ts"
import type { View } from "#web/view.ts"

/** What a module shows on the page of something that another module owns. */
export type Panel<Data = unknown> = {
  readonly on: "front" | "area" | "organisation" | "listing"
  /** Small numbers stand first. */
  readonly order: number
  /** `subject`: the area's code, the organisation's or the listing's id; empty on the front page. */
  readonly load: (
    tx: Transaction,
    subject: string,
    reader: { readonly now: Temporal.Instant; readonly lang: View["lang"] },
  ) => Promise<Data>
  readonly show: (view: View, data: Data) => Child
  /** Tags whose stamps the panel depends on. */
  readonly tags: readonly string[]
  /** The instant at which what is shown changes by itself, if there is one. */
  readonly until?: (data: Data) => Temporal.Instant | null
}

/** Something that waits for an officer. */
export type Waiting = {
  readonly title: string
  readonly what: Child
  readonly href: string
  readonly since: Temporal.Instant
  readonly dueOn: Temporal.PlainDate | null
}

/** Something that happened in what the worn post covers: decided, published, withdrawn, answered. */
export type Change = {
  readonly title: string
  readonly what: Child
  readonly href: string
  readonly at: Temporal.Instant
}

/** An answer of the office's one search box. */
export type Hit = {
  readonly title: string
  /** A word for what it is: 団体, 掲載, 職員. */
  readonly kind: string
  readonly detail?: Child
  readonly href: string
  /** Found by what is not public about a person: that it was read is written down, under this name. */
  readonly personal?: { readonly kind: string; readonly id: string }
}

/** What records are called in the office, and where they stand there. */
export type Titles = ReadonlyMap<string, { readonly title: string; readonly href?: string }>

/** Where people are asked for something about themselves: each has a text that says what for, written by the City. */
export type Collection =
  | "account"
  | "welcome"
  | "registration"
  | "listing"
  | "inquiry"
  | "invitation"
  | "report"
  | "opinion"

/** What everybody must know now: on every page, in every language it was written in. */
export type Emergency = {
  readonly id: string
  /** In easy Japanese in the notation of web/ruby.tsx. */
  readonly contents: Readonly<Record<View["lang"], { readonly title: string; readonly body: string }>>
  /** An address with more; empty: none. */
  readonly link: string
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
}

/** A public page that search engines may find. */
export type Address = { readonly path: string; readonly at: Temporal.Instant | null }

/** An entry of a list of pages: of the office's programmes, or of what a person has under /my. */
export type Door = {
  /** A message key. */
  readonly label: string
  readonly href: string
  /** Other places that belong to it. */
  readonly covers?: readonly string[]
  /** Of the office: the programme that the worn post must serve, and the least role. */
  readonly programme?: string
  readonly role?: PostRole
  /** Of the office: the kinds of body that have this programme; absent: all. */
  readonly bodies?: readonly Post["bodyKind"][]
  /** Small numbers stand first; without one it stands in the middle, in the order of the modules. */
  readonly order?: number
}

/** Something that waits, with the module in which it does. */
export type WaitingThere = Waiting & { readonly programme: string }

/** What all modules say about a person, for work that has no request. */
export type Overall = {
  readonly waits: (tx: Transaction, actor: Actor, view: View) => Promise<readonly WaitingThere[]>
  /** A view without a page: for mails. */
  readonly viewFor: (base: Omit<Context, "actor">, lang: View["lang"]) => View
}

/** Who may be given a file that hangs on a record of this module: everybody, this reader only, or nobody now. */
export type FileSight = (
  tx: Transaction,
  actor: Actor,
  file: StoredFile,
) => Promise<"everybody" | "reader" | "nobody">

/** How a module meets the others: everything that crosses programmes is declared here and collected by app.ts. */
export type Manifest = {
  readonly name: string
  readonly messages: Catalogues
  readonly surfaces?: {
    readonly public?: Hono<WebEnv>
    readonly my?: Hono<WebEnv>
    readonly staff?: Hono<WebEnv>
  }
  /** Entries of the office's list of programmes. */
  readonly programmes?: readonly Door[]
  /** Entries of a person's own list. */
  readonly mine?: readonly Door[]
  readonly panels?: readonly Panel<never>[]
  /** Public pages for search engines, the last changed first; at most so many. */
  readonly addresses?: (tx: Transaction, most: number, now: Temporal.Instant) => Promise<readonly Address[]>
  /** What is to be read, or agreed to, where something is collected. */
  readonly purpose?: (tx: Transaction, view: View, collection: Collection) => Promise<Child>
  /** Stands before the forms of signed-in people; may ask them something first. */
  readonly gate?: MiddlewareHandler<WebEnv>
  /** Emergencies that stand now. Whoever changes them touches `everything`. */
  readonly emergencies?: (tx: Transaction, now: Temporal.Instant) => Promise<readonly Emergency[]>
  /** What waits for the worn post. */
  readonly waits?: (tx: Transaction, actor: Actor, view: View) => Promise<readonly Waiting[]>
  /** What happened since an instant in what the worn post covers, the newest first; at most fifty. */
  readonly changes?: (
    tx: Transaction,
    actor: Actor,
    view: View,
    since: Temporal.Instant,
  ) => Promise<readonly Change[]>
  /** What the worn post may find by this question, the nearest first; at most twelve. */
  readonly lookups?: (
    tx: Transaction,
    actor: Actor,
    view: View,
    question: Question,
  ) => Promise<readonly Hit[]>
  /** X16: what the audit's subjects of a kind are called; for its readers, who may see every record. */
  readonly auditSubjects?: (tx: Transaction, kind: string, ids: readonly string[]) => Promise<Titles>
  readonly figures?: readonly Metric[]
  /** By the kind of record that files hang on. */
  readonly fileOwners?: Readonly<Record<string, FileSight>>
  /** Paths of forms that take files, such as `/my/organisations/:id/files`; all other bodies are small. */
  readonly uploads?: readonly string[]
  /** X6: the public face of records that figures count, by id; what the reader may not see is absent. */
  readonly figureSubjects?: (
    tx: Transaction,
    kind: string,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly title: string; readonly href: string }>>
  readonly handles?: readonly Handler[]
  readonly jobs?: readonly AnyJob[]
  readonly schedules?: readonly Schedule[]
  /** Background work that goes over all modules; each schedule's job is added to the jobs. */
  readonly overall?: (all: Overall) => readonly Schedule[]
  /** What a person is here, added to the actor of each request. */
  readonly actorFacts?: (
    tx: Transaction,
    accountId: string,
    today: Temporal.PlainDate,
  ) => Promise<{ readonly memberships?: readonly Membership[]; readonly posts?: readonly Post[] }>
  /** Puts the city's profile into the tables; runs at every start and changes nothing the second time. */
  readonly sync?: (work: Work) => Promise<void>
  /** A small believable world, made by the module's own commands. */
  readonly demo?: (context: Context) => Promise<void>
  /** What a big world has besides; whatever of it is there already is left as it is. */
  readonly demoFull?: (context: Context) => Promise<void>
}
