import { type Ship, written } from "./words.ts"

export const accessibility: Ship = (at) => ({
  slug: "accessibility",
  kind: "page",
  contents: written(
    [
      "ウェブアクセシビリティ方針",
      `
${at.city}は、高齢の方、障害のある方、日本語が得意でない方も、このサイトで同じように情報を得て、手続きができるように努めます。

# 目標
${at.site}のすべてのページについて、JIS X 8341-3:2016 のレベルAAに準拠することを目標にします。

# 今の対応
**JIS X 8341-3:2016 のレベルAAに一部準拠**しています。（「一部準拠」という表記は、情報通信アクセス協議会ウェブアクセシビリティ基盤委員会の対応度表記ガイドラインで定められたものです。）

# どのように確かめているか
- プログラムを変えるたびに、公開ページ、マイページ、事務室の主なページを、検査ソフト axe-core（WCAG 2.2 のレベルAとAA）で自動検査しています。
- 幅320ピクセルで横に動かさずに読めること、スクリプトなしで手続きができること、キーボードだけで進めることを、実際のブラウザーで試しています。
- 一つの画面に一つの見出し、入力の誤りの知らせ方、色の濃さの差を、部品ごとに確かめています。

# まだできていないこと
- 人の目と支援技術（読み上げソフトなど）による、達成基準すべての試験は、まだ行っていません。試験をしたら、このページに結果と日付を載せます。
- 団体が書いた文章や、ほかのサイトへのリンク先には、基準を満たさないものがあります。
- やさしい日本語と英語は、団体が書いた文章のすべてにはありません。

# ことば
日本語のほかに、やさしい日本語（漢字に読みがなが付きます）と英語で使えます。

# 使いにくいところを教えてください
読めない、押せない、進めないところがあれば、[ご意見](/opinions/new)で教えてください。担当は${at.office}です。電話やファクスでの対応が必要な方は、[お問い合わせ](/pages/contact)をご覧ください。
`,
    ],
    [
      "Accessibility",
      `
${at.english} wants people of any age, with or without disabilities, and whatever their first language, to find the same information here and to do the same things.

# Aim
All pages of ${at.siteEnglish} are to conform to level AA of JIS X 8341-3:2016.

# Where we stand
The site is **partially conformant with level AA of JIS X 8341-3:2016**, in the sense of the notation guideline of the Web Accessibility Infrastructure Committee.

# How it is checked
- With each change of the program, the main public, personal and office pages are checked automatically with axe-core (WCAG 2.2 levels A and AA).
- Reading without sideways scrolling at 320 pixels, every form without script, and the way by keyboard alone are tried in a real browser.
- Headings, error messages and contrast are checked part by part.

# What is still missing
- A test of all criteria by people and with assistive technology has not been made yet. Its results and date will stand here.
- Texts written by groups, and sites that we link to, may not meet the standard.
- Not everything that groups write has an easy Japanese or English version.

# Languages
Besides Japanese, the site speaks easy Japanese (with readings) and English.

# Tell us
If there is something you cannot read, press or get past, please [tell us](/opinions/new). ${at.officeEnglish} is in charge. If you need to be helped by phone or fax, see [Contact](/pages/contact).
`,
    ],
    [
      "だれでも 使《つか》いやすく するために",
      `
このサイトを だれでも 使《つか》えるように します。

# していること
- 漢字《かんじ》に 読《よ》み方《かた》を つけています。
- キーボードだけで 使《つか》えます。
- 機械《きかい》で いつも 調《しら》べています。

# まだ できていないこと
- 人《ひと》が ぜんぶ 調《しら》べることは これからです。
- グループの 文章《ぶんしょう》は むずかしいことが あります。

# 教《おし》えてください
- 使《つか》いにくい ところを [教《おし》えてください](/opinions/new)。
`,
    ],
  ),
})
