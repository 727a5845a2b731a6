import { addBusinessDays } from "#kernel/business-days.ts"
import { dayOf } from "#kernel/clock.ts"
import { fiscalYearAt } from "#kernel/fiscal-year.ts"
import { nextReceiptNumber } from "#kernel/ids.ts"
import type { Work } from "#kernel/transaction.ts"
import { move } from "#kernel/workflow.ts"
import { officeOf } from "#modules/places"
import type { OrganisationRecord } from "../queries/records.ts"
import { registration } from "../schema/registration.ts"
import { auditStep, takeStep, tellCity, tellGroup, tellOffice, type Step } from "./steps.ts"

/** It keeps its number from the first time on. */
export const receiptNumberOf = async (work: Work, record: OrganisationRecord): Promise<string> => {
  if (record.receiptNumber) return record.receiptNumber
  const office = await officeOf(work.tx, record.mainAreaCode)
  return nextReceiptNumber(work, office, fiscalYearAt(work.now, work.city.zone))
}

/** The day by which the office answers what it received on a day. */
export const dueAfter = (work: Work, received: Temporal.PlainDate): Temporal.PlainDate =>
  addBusinessDays(received, work.city.settings.registrationDays.value)

/** What a registration is given when it comes before the office. */
export const takingUp = async (
  work: Work,
  record: OrganisationRecord,
  received = dayOf(work.now, work.city.zone),
) => ({
  submittedAt: work.now,
  receiptNumber: await receiptNumberOf(work, record),
  dueOn: dueAfter(work, received),
})

/** civic-portal.R2: active nowhere in the city, it is held at once, and the City is told instead of an office. */
export const tellOfArrival = async (
  work: Work,
  record: OrganisationRecord,
  event: "submit" | "receive",
): Promise<void> => {
  if (record.outside) return holdForCity(work, record)
  await tellGroup(work, record, event)
  await tellOffice(work, record, event)
}

const holdForCity = async (work: Work, before: OrganisationRecord): Promise<void> => {
  const state = move(registration, "hold", before.state)
  const step: Step = { event: "hold", hat: { kind: "system", name: "outside" }, state }
  const record = await takeStep(work, before, step)
  await auditStep(work, before, step, { outside: true })
  await tellGroup(work, record, "hold")
  await tellCity(work, record, "hold")
}
