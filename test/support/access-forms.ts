import type { AccessWorld } from "./access-world.ts"
import { routeShape } from "./access-table.ts"

type Form = Readonly<Record<string, string>>

/** As a person would have it in front of them since a minute: the key says when the form was drawn. */
const asking = (): Form => {
  const time = (Date.now() - 60_000).toString(16).padStart(12, "0")
  return {
    _key: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`,
    name: "小林 かな",
    address: "kana@mail.example.jp",
    body: "子どもと一緒でも参加できますか。",
  }
}

const writing = ({ fixtures }: Pick<AccessWorld, "fixtures">): Form => ({
  body: "水曜の夕方にお越しください。",
  _version: fixtures["own-inquiry-version"] ?? "",
})

/** Forms that would be accepted from whoever may send them, by the shape of their route. */
const forms: Readonly<Record<string, (world: Pick<AccessWorld, "fixtures">) => Form>> = {
  "/sign-in": () => ({ address: "somebody@example.jp" }),
  "/sign-in/code/*": () => ({ code: "123456" }),
  "/sign-in/link/*": () => ({}),
  "/sign-in/password": () => ({ address: "somebody@example.jp", password: "not the password" }),
  "/demo/sign-in": () => ({ person: "citizen" }),
  "/my/profile": () => ({ name: "北川 みどり", lang: "ja" }),
  "/my/password": () => ({ password: "hana to midori no machi 48" }),
  "/opinions": () => ({ text: "字がもう少し大きいとうれしいです", page: "/" }),
  "/staff/site/pages/*": () => ({ ...siteText, why: "言い回しを直した", _version: "1" }),
  "/staff/site/pages/*/publication": () => ({ when: "now", _version: "1" }),
  "/staff/site/emergency": () => ({
    "title-ja": "大雨警報が出ています",
    hours: "6",
    why: "警報の発表を受けて",
    serious: "yes",
    confirmed: "yes",
  }),
  "/staff/site/notices": () => ({ ...siteText, intent: "publish" }),
  "/staff/site/notices/*": () => ({ ...siteText, intent: "publish", _version: "1" }),
  "/staff/site/notices/*/withdrawal": () => ({ reason: "日程が変わったため" }),
  "/staff/site/opinions/*/answer": ({ fixtures }) => ({
    event: "consider",
    _version: fixtures["own-opinion-version"] ?? "",
  }),
  "/staff/site/promotions": () => ({
    day: "2026-05-01",
    occasion: "区民まつり",
    audience: "来場者",
    explainedBy: "中村 恵",
  }),
  "/my/organisations": () => ({
    ...profile,
    intent: "submit",
  }),
  "/my/organisations/*": () => ({ ...profile, intent: "draft", _version: "1" }),
  "/my/organisations/*/profile": ({ fixtures }) => ({ ...profile, _version: fixtures["own-version"] ?? "" }),
  "/my/claim": () => ({ code: "0000-0000-0000" }),
  "/staff/organisations/new": () => ({ ...profile, ...intake, intent: "receive" }),
  "/staff/organisations/*/edit": ({ fixtures }) => ({
    ...profile,
    ...intake,
    _version: fixtures["own-version"] ?? "",
  }),
  "/my/organisations/*/withdrawal": () => ({ sure: "yes" }),
  "/my/organisations/*/invitations": () => ({ address: "somebody-new@example.jp", role: "editor" }),
  "/my/organisations/*/members/*": () => ({ role: "representative", until: "" }),
  "/my/organisations/*/leaving": () => ({ handOver: "yes" }),
  "/organisations/*/outdated": () => ({ word: "電話番号が変わったようです" }),
  "/my/organisations/*/requests/*": () => ({ accepted: "kana", _version: "1" }),
  "/staff/change-requests/*": () => ({ accepted: "kana", _version: "1" }),
  "/staff/organisations/*/merge": () => ({ _version: "1", otherVersion: "1", sure: "yes" }),
  "/my/recoveries/*/objection": () => ({ words: "その人は知りません" }),
  "/staff/organisations/*/recovery": () => ({
    address: "somebody-new@example.jp",
    reason: "電話で頼まれ、規約で確かめました",
  }),
  "/staff/objections/*/decision": () => ({ decision: "dismiss", answer: "確かめました" }),
  "/my/organisations/*/listings": () => ({ ...listing, intent: "publish" }),
  "/my/organisations/*/files/*": () => ({ act: "remove", _version: "1" }),
  "/my/listings/*/files/*": () => ({ act: "remove", _version: "1" }),
  "/staff/organisations/*/files/*": () => ({ act: "remove", _version: "1" }),
  "/my/listings/*": ({ fixtures }) => ({
    ...listing,
    intent: "publish",
    _version: fixtures["own-listing-version"] ?? "",
  }),
  "/organisations/*/inquiry": asking,
  "/listings/*/inquiry": asking,
  "/inquiries/*/key": () => ({ key: "k7f2-9qmx-3hpd" }),
  "/inquiries/*/messages": writing,
  "/inquiries/*/report": () => ({ reason: "spam" }),
  "/my/inquiries/*/messages": writing,
  "/my/inquiries/*/help": () => ({ help: "どう答えればよいでしょうか" }),
  "/my/inquiries/*/report": () => ({ reason: "spam" }),
  "/my/inquiries/*/block": () => ({ block: "yes" }),
  "/my/organisations/*/answers": () => ({ title: "はじめての方へ", body: "手ぶらでお越しください。" }),
  "/my/organisations/*/answers/*": () => ({
    title: "はじめての方へ",
    body: "手ぶらでお越しください。",
    _version: "1",
  }),
  "/staff/inquiries/*/messages": ({ fixtures }) => ({
    body: "窓口からお答えします。",
    _version: fixtures["handed-inquiry-version"] ?? "",
  }),
  "/staff/inquiries/*/settlement": ({ fixtures }) => ({
    case: fixtures["handed-case"] ?? "",
    outcome: "団体に電話で助言した",
  }),
  "/staff/registrations/*/decision": ({ fixtures }) => ({
    decision: "return",
    reason: "目的をもう少し書いてください",
    _version: fixtures["waiting-version"] ?? "",
  }),
  "/staff/registrations/selection": () => ({ action: "letter" }),
  "/staff/registrations/selection/letter": ({ fixtures }) => ({
    chosen: fixtures["own-group"] ?? "",
    subject: "発信のお手伝い",
    body: "困っていることはありませんか。",
  }),
  "/staff/listings/selection": () => ({ action: "hiding" }),
  "/staff/listings/selection/hiding": ({ fixtures }) => ({
    chosen: fixtures["own-listing"] ?? "",
    reason: "内容を確かめています",
  }),
  "/staff/views": () => ({
    list: "registrations",
    path: "/staff/registrations",
    query: "state=all",
    name: "すべて",
  }),
  "/staff/views/*/deletion": () => ({ path: "/staff/registrations" }),
  "/staff/organisations/*/suspension": () => ({ reason: "連絡が取れないため" }),
  "/staff/organisations/*/closure": () => ({ closing: "活動を終えたため" }),
  "/staff/listings": () => listing,
  "/staff/listings/*": () => ({ ...listing, _version: "1" }),
  "/my/listings/*/dates": () => ({ change: "cancelled", all: "yes", reason: "雨のため" }),
  "/my/listings/*/replies": () => ({ text: "直しました" }),
  "/listings/*/report": () => ({ why: "outdated" }),
  "/staff/listings/*/return": () => ({ reason: "場所を書いてください" }),
  "/staff/listings/*/pre-approval": () => ({ approved: "yes" }),
  "/staff/listings/*/reports": () => ({ outcome: "kept", answer: "確かめました" }),
  "/staff/listings/*/replies": () => ({ text: "ありがとうございます" }),
  "/staff/listing-review": ({ fixtures }) => ({ body: fixtures["city-body"] ?? "", review: "first" }),
  "/staff/listings/*/hiding": () => ({ reason: "内容を確かめています" }),
  "/staff/listings/*/removal": () => ({ reason: "宣伝だけの内容のため" }),
  "/staff/hat": ({ fixtures }) => ({ post: fixtures["officers-post"] ?? "" }),
  "/staff/posts": ({ fixtures }) => ({
    address: "new-officer@example.jp",
    name: "新任 一郎",
    body: fixtures["city-body"] ?? "",
    programme: "*",
    role: "officer",
    from: "2026-07-01",
    to: "",
  }),
  "/staff/posts/imports": () => ({
    text: "メールアドレス\t所属\t役割\t始まりの日\nnew-officer@example.jp\tcity\t担当\t2026-07-01",
  }),
  "/staff/posts/*/hand-over": ({ fixtures }) => ({
    posts: fixtures["officers-post"] ?? "",
    address: "new-officer@example.jp",
    last: "2027-03-31",
  }),
  "/staff/posts/*/deputies": () => ({
    address: "nobody@example.jp",
    from: "2026-07-01",
    until: "2026-07-10",
  }),
  "/staff/posts/*/end": () => ({ last: "2026-12-31", to: "2026-12-31" }),
}

const siteText: Form = { "title-ja": "見出し", "body-ja": "本文です。" }

const profile: Form = {
  name: "まちの図書箱の会",
  kana: "マチノトショバコノカイ",
  english: "",
  kind: "civic-group",
  mainArea: "",
  fields: "13",
  purpose: "公園に本の箱を置き、だれでも読めるようにしています。",
  website: "",
  contactName: "森本 さくら",
  contactPhone: "06-6600-0909",
  contactMail: "",
}

const intake: Form = { channel: "phone", fromWhom: "森本さん", receivedOn: "2026-06-10", reference: "" }

const listing: Form = {
  kind: "event",
  title: "公園の花の水やり",
  what: "公園の花壇に水をやります。",
  howToJoin: "当日、直接お越しください。",
  "schedule.way": "dates",
  "schedule.dates.0.first": "2026-07-05",
  "schedule.dates.0.start": "9:00",
  "schedule.dates.0.end": "9:30",
  scope: "whole-city",
  placeName: "中央公園",
  fields: "7",
}

/** A main area that the city has. */
export const formFor = (path: string, world: Pick<AccessWorld, "fixtures">): Form => {
  const form = forms[routeShape(path)]?.(world) ?? {}
  return "mainArea" in form ? { ...form, mainArea: world.fixtures["first-area-code"] ?? "" } : form
}
