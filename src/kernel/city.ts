// A city is data: this is the shape of a profile in src/cities/.

export type AreaProfile = {
  readonly code: string
  readonly slug: string
  readonly level: "city" | "ward"
  readonly name: string
  readonly kana: string
  readonly english: string
  /** Where the area's tile stands on the schematic map. */
  readonly tile?: { readonly column: number; readonly row: number }
  readonly neighbours?: readonly string[]
}

export type BodyProfile = {
  readonly slug: string
  readonly kind: "city" | "ward-office" | "shakyo" | "ward-shakyo" | "centre" | "committee"
  readonly name: string
  readonly english: string
  /** Stands in the receipt numbers of the body. */
  readonly mark: string
  /** The area it serves; absent: the whole city. */
  readonly area?: string
  readonly phone?: string
}

/** Somebody of the demo world. `posts` are held since the demo's history begins. */
export type DemoPerson = {
  /** As sent by the demo's sign-in form. */
  readonly key: string
  readonly name: string
  readonly kana: string
  readonly email: string
  readonly posts?: readonly {
    readonly body: string
    readonly programme: string
    readonly role: "viewer" | "officer" | "approver" | "manager" | "administrator"
    /** Slugs of areas; absent: the whole city. */
    readonly areas?: readonly string[]
  }[]
}

/** A value on which the sources are silent. It is shown in the product as an assumption. */
export type Assumption<T> = { readonly value: T; readonly assumption: true; readonly rule: string }

export type City = {
  readonly slug: string
  readonly code: string
  readonly name: string
  readonly english: string
  readonly easy: string
  readonly prefecture: string
  readonly zone: string
  /** What people call the site. */
  readonly portalName: { readonly ja: string; readonly en: string; readonly "ja-easy": string }
  readonly areas: readonly AreaProfile[]
  readonly bodies: readonly BodyProfile[]
  /** The level by which people search: 区 where there are wards, else the city itself. */
  readonly firstLevel: "city" | "ward"
  readonly mailFrom: string
  readonly demoPeople: readonly DemoPerson[]
  /** Further people of the big demo world, as whom nobody signs in. */
  readonly demoNeighbours: readonly DemoPerson[]
  readonly settings: {
    readonly inquiries: {
      /** Business days after which a group is reminded that somebody waits for its answer. */
      readonly remindDays: Assumption<number>
      /** Business days within which an office sees to what was handed over or reported. */
      readonly officeDays: Assumption<number>
      /** The median answer time is taken over so many latest answers… */
      readonly speedOver: Assumption<number>
      /** …and told from so many answers on. */
      readonly speedFrom: Assumption<number>
      /** Days of waiting, or of median answer time, from which the office sees that a group may need help. */
      readonly slowDays: Assumption<number>
      /** Days of silence after which a conversation is closed by itself. */
      readonly closeDays: Assumption<number>
      /** Months after closing until what is personal is taken out. */
      readonly keepMonths: Assumption<number>
    }
    /** civic-portal.R3: does the first publication of a group's profile count as 情報の発信? */
    readonly countRegistrations: Assumption<boolean>
    /** Business days within which an office answers a registration. */
    readonly registrationDays: Assumption<number>
    /** Days for which a code to take over a group can be used. */
    readonly claimCodeDays: Assumption<number>
    /** Wrong codes that one person may enter in a day. */
    readonly claimAttempts: Assumption<number>
    /** Months without a change after which a group is asked whether its profile is still right. */
    readonly profileConfirmMonths: Assumption<number>
    /** Days between two reminders to confirm a profile. */
    readonly profileReminderDays: Assumption<number>
    /** Months after the first reminder until an unconfirmed profile leaves the lists. */
    readonly profileHideMonths: Assumption<number>
    /** Days for which an invitation to act for a group can be accepted. */
    readonly invitationDays: Assumption<number>
    /** Days within which earlier members can object when the office names somebody new for their group. */
    readonly objectionDays: Assumption<number>
    /** Is the office told of each first publication, to have a look? It stands in public at once all the same. */
    readonly reviewListings: Assumption<boolean>
    /** Days for which news stand in the open list, where whoever wrote them did not say. */
    readonly newsDays: Assumption<number>
    /** The least role of the City's posts that may put an emergency on every page. */
    readonly emergencyRole: Assumption<"approver" | "manager" | "administrator">
    /** Business days within which an opinion is answered. */
    readonly opinionDays: Assumption<number>
    /** Opinions that one place may send within an hour. */
    readonly opinionsAnHour: Assumption<number>
    /** The largest picture and document that is taken in, in megabytes (1,048,576 bytes). */
    readonly pictureMegabytes: Assumption<number>
    readonly documentMegabytes: Assumption<number>
    /** A picture of more pixels is not drawn, in millions. */
    readonly pictureMegapixels: Assumption<number>
    /** Days for which a file that was removed can be put back. */
    readonly fileKeptDays: Assumption<number>
    /** Does the office look at a listing before it is public: never, at the first of each group, at all? A body may differ. */
    readonly listingReview: Assumption<"off" | "first" | "all">
    /** Business days within which an office has looked, and within which it answers what readers report. */
    readonly listingReviewDays: Assumption<number>
    readonly listingReportDays: Assumption<number>
    /** Months after which a group is asked whether what it still offers fits; 0: never. */
    readonly listingAskMonths: Assumption<number>
  }
}
