import { MyPage } from "#web/layout/my.tsx"
import type { View } from "#web/view.ts"
import { Button, ButtonLink, Buttons } from "./button.tsx"
import { CheckboxesField, CheckboxField, RadiosField, SelectField } from "./choice-fields.tsx"
import { ConflictPanel } from "./conflict-panel.tsx"
import { DateField, TimeField } from "./date-field.tsx"
import { ErrorSummary } from "./error-summary.tsx"
import { FieldRow, Form, formIslands, FormSection } from "./form.tsx"
import { say, wardOptions } from "./gallery-data.tsx"
import { Rows } from "./rows.tsx"
import { Steps } from "./steps.tsx"
import { TextareaField, TextField } from "./text-field.tsx"

type FormPageProps = { readonly view: View; readonly state?: "fresh" | "errors" | "conflict" }

/** Registering a group: every kind of field, fresh or with what went wrong. */
export function FormPage({ view: given, state = "fresh" }: FormPageProps) {
  const view: View = {
    ...given,
    person: { name: "山田 花子", isStaff: false, hat: "あべのひろば実行委員会・編集" },
    mine: [
      {
        label: say(given, "団体", "My groups", "わたしの グループ"),
        href: given.href("/my/organisations"),
        current: true,
      },
      {
        label: say(given, "サインインの設定", "Sign-in", "サインイン"),
        href: given.href("/my/sign-in"),
        current: false,
      },
    ],
  }
  const wrong = state === "errors"
  const error = (key: string) => (wrong ? { error: view.t(`web:error.${key}`) } : {})
  const names = {
    name: say(view, "団体の名前", "Name of the group", "グループの {名前|なまえ}"),
    area: say(view, "主な活動の区", "Main ward", "{場所|ばしょ}"),
    fields: say(view, "活動の分野", "Fields of activity", "する こと"),
    day: say(view, "始めた日", "Started on", "{始|はじ}めた {日|ひ}"),
  }
  return (
    <MyPage
      view={view}
      title={view.text("web:nav.organisations")}
      breadcrumbs={[
        { label: view.t("web:nav.my"), href: view.href("/my") },
        { label: say(view, "団体を登録する", "Register a group", "グループを {登録|とうろく}する") },
      ]}
      scripts={[...formIslands, "more-rows"]}
    >
      <h1>{say(view, "団体を登録する", "Register a group", "グループを {登録|とうろく}する")}</h1>
      {wrong && (
        <ErrorSummary
          view={view}
          errors={[
            { name: "name", label: names.name, message: view.t("web:error.required") },
            { name: "fields", label: names.fields, message: view.t("web:error.choice") },
            { name: "day", label: names.day, message: view.t("web:error.day") },
          ]}
        />
      )}
      <Steps
        view={view}
        label={view.text("web:step.now")}
        steps={[
          { label: say(view, "入力", "Fill in", "{書|か}く"), state: "done" },
          {
            label: say(view, "区役所が確認", "Ward office checks", "{区役所|くやくしょ}が {見|み}る"),
            state: "now",
            note: say(view, "5日ほど", "About 5 days", "{5日|いつか}ぐらい"),
          },
          { label: say(view, "公開", "Published", "{出|で}る"), state: "next" },
        ]}
      />
      {state === "conflict" && (
        <ConflictPanel
          view={view}
          fields={[
            { label: names.name, mine: "あべのひろば", theirs: "あべのひろば実行委員会" },
            { label: "連絡先", mine: "", theirs: "06-6208-0000" },
          ]}
        />
      )}
      <Form view={view} action="/my/organisations" version={3} long>
        <TextField
          view={view}
          name="name"
          label={names.name}
          hint={say(
            view,
            "略さずに書いてください。例：あべのひろば実行委員会",
            "In full, please.",
            "ぜんぶ {書|か}いてください。",
          )}
          required
          value={wrong ? "" : "あべのひろば実行委員会"}
          autocomplete="organization"
          {...error("required")}
        />
        <FieldRow>
          <TextField
            view={view}
            name="family"
            label={say(view, "姓", "Family name", "{姓|せい}")}
            required
            autocomplete="family-name"
          />
          <TextField
            view={view}
            name="given"
            label={say(view, "名", "Given name", "{名|めい}")}
            required
            autocomplete="given-name"
          />
        </FieldRow>
        <SelectField
          view={view}
          name="area"
          label={names.area}
          options={wardOptions(view)}
          empty={view.text("web:error.choice")}
          width="medium"
          value="abeno"
          required
        />
        <CheckboxesField
          view={view}
          name="fields"
          label={names.fields}
          hint={say(
            view,
            "あてはまるものをすべて選んでください。",
            "Choose all that fit.",
            "ぜんぶ {選|えら}んでください。",
          )}
          required
          columns
          options={[
            { value: "1", label: say(view, "福祉・健康", "Welfare and health", "{福祉|ふくし}") },
            { value: "3", label: say(view, "まちづくり", "Community building", "まちづくり") },
            { value: "7", label: say(view, "環境", "Environment", "{環境|かんきょう}") },
            { value: "13", label: say(view, "子ども", "Children", "{子|こ}ども") },
          ]}
          values={wrong ? [] : ["13"]}
          {...error("choice")}
        />
        <RadiosField
          view={view}
          name="kind"
          label={say(view, "団体の種類", "Kind of group", "グループの {種類|しゅるい}")}
          value="group"
          options={[
            {
              value: "group",
              label: say(view, "任意の団体", "Unincorporated group", "グループ"),
              hint: say(
                view,
                "法人でない集まりです。",
                "Not a legal person.",
                "{法人|ほうじん}では ありません。",
              ),
            },
            { value: "npo", label: say(view, "NPO法人", "NPO corporation", "NPO{法人|ほうじん}") },
          ]}
        />
        <FormSection title={say(view, "開く日", "Days", "{開|ひら}く {日|ひ}")}>
          <Rows
            addLabel={say(view, "日を足す", "Add a day", "{日|ひ}を {足|た}す")}
            rows={[<DayRow view={view} index="0" wrong={wrong} />]}
            blank={<DayRow view={view} index="__row" wrong={false} />}
          />
        </FormSection>
        <TextareaField
          view={view}
          name="purpose"
          label={say(view, "目的", "Purpose", "{目的|もくてき}")}
          value={"子どもたちが夕方に安心して過ごせる場所をつくる。\n月に2回、食事を出している。"}
        />
        <CheckboxField
          view={view}
          name="agree"
          label={say(
            view,
            "この内容を公開してよい",
            "This may be published",
            "みんなに {見|み}せても いいです",
          )}
          {...error("choice")}
        />
        <Buttons>
          <Button size="large">
            {say(view, "区役所に送る", "Send to the ward office", "{区役所|くやくしょ}に {送|おく}る")}
          </Button>
          <ButtonLink kind="quiet" href={view.href("/my")}>
            {say(view, "やめる", "Cancel", "やめる")}
          </ButtonLink>
        </Buttons>
      </Form>
    </MyPage>
  )
}

type DayRowProps = { readonly view: View; readonly index: string; readonly wrong: boolean }

function DayRow({ view, index, wrong }: DayRowProps) {
  return (
    <FieldRow>
      <DateField
        view={view}
        name={index === "0" ? "day" : `day-${index}`}
        label={say(view, "日", "Day", "{日|ひ}")}
        required
        value={wrong ? "2026-02-30" : "2026-12-05"}
        {...(wrong ? { error: view.t("web:error.day") } : {})}
      />
      <TimeField
        view={view}
        name={`start-${index}`}
        label={say(view, "始まり", "Start", "{始|はじ}まる {時間|じかん}")}
        value="16:00"
      />
      <TimeField
        view={view}
        name={`end-${index}`}
        label={say(view, "終わり", "End", "{終|お}わる {時間|じかん}")}
      />
    </FieldRow>
  )
}
