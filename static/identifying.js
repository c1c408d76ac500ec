/* Points out, while somebody types, what looks like an e-mail address, a number or the name of a person. It sends and keeps nothing, and
   holds nothing up. The server asks the same when a form is posted, so the page works without this file. */
(() => {
  "use strict";

  /* The same as advisor/identifying.py, where it is explained. A test compares the two. */
  const W = "\\p{L}\\p{N}_";
  const URLS = /https?:\/\/\S+/gu;
  const DATES = /(?<!\p{Nd})(?:(?:19|20)\p{Nd}\p{Nd}[-.](?:0?[1-9]|1[0-2])[-.](?:[0-2]?\p{Nd}|3[01])|(?:[0-2]?\p{Nd}|3[01])[-.](?:0?[1-9]|1[0-2])[-.](?:19|20)\p{Nd}\p{Nd})(?!\p{Nd})/gu;
  const SIGN = "[^\\s@<>()\\[\\]\\{\\},;:\"“”«»]";
  const EMAIL = new RegExp(`(?<!${SIGN})${SIGN}{1,64}@${SIGN}{1,190}\\.${SIGN}+`, "gu");
  const PUBLIC = /[@.](?:un|ohchr)\.org$/iu;
  const RUN = new RegExp(`(?<![${W}/.\\-])[+(]?\\p{Nd}(?:[ \\u00a0.()\\-]{0,2}\\p{Nd}){7,24}(?![${W}/])`, "gu");
  const AMOUNT = /^\p{Nd}{1,3}(?:[ \u00a0.]\p{Nd}{3})+$/u;
  const YEARS = /^(?:19|20)\p{Nd}\p{Nd}(?:[ \u00a0.\-]+(?:19|20)\p{Nd}\p{Nd})*$/u;
  const CODE = new RegExp(`(?<![${W}/.\\-])(?:[A-Z]{1,3}\\p{Nd}{6,9}[A-Z]?|\\p{Nd}{7,9}[A-Z])(?![${W}/])`, "gu");
  const HONORIFICS = "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Sheikh|Sheik|Shaikh|Imam|Rev|Shri|Smt|Mme|Mlle|Madame|Monsieur|Maître|M(?=\\.)|Sr|Sra|Srta|Señor|Señora|Don|Doña|Dra|Lic|г-н|г-жа|господин|госпожа|Господин|Госпожа";
  const OFFICES = new Set("President Chair Chairman Chairwoman Chairperson Vice Vice-President Speaker Rapporteur Special High Secretary Secretary-General Ambassador Minister Commissioner Moderator Director Président Présidente Rapporteuse Haut Haute Secrétaire Ministre Ambassadeur Ambassadrice Presidente Presidenta Relator Relatora Alto Alta Ministro Ministra Embajador Embajadora Secretario Secretaria Председатель Президент Министр Докладчик Посол".split(" "));
  const NAME = new RegExp(`(?<![${W}])(?:${HONORIFICS})\\.?[ \\u00a0]+((?:\\p{L}[${W}'’\\-]*\\.?[ \\u00a0]?){1,4})`, "gu");
  const ARABIC = new RegExp(`(?<![${W}])(?:السيدة|السيد|الآنسة|الدكتورة|الدكتور|الأستاذة|الأستاذ|الشيخ|المحامية|المحامي) +([${W}]+)(?: +[${W}]+)?`, "gu");
  const ARABIC_OFFICES = ["الرئيس", "رئيس", "المقرر", "الوزير", "وزير", "الأمين", "المفوض", "السفير", "نائب"];
  const CHINESE = /([\u4e00-\u9fff]{1,4})(?:先生|女士|小姐|博士|律师)/gu;
  const CHINESE_OFFICES = /(?:主席|总统|部长|大使|报告员|秘书长|议长|专员|[位名的该各等和与])$/u;

  const blanked = (pattern, text) => text.replace(pattern, (match) => "|".repeat(match.length));
  const ofDigits = (run) => {
    const digits = run.replace(/\P{Nd}/gu, "");
    if (run.startsWith("+") || digits.startsWith("00")) return digits.length >= 8 && digits.length <= 15 ? "phone" : null;
    if (digits.startsWith("0") && digits.length >= 9 && digits.length <= 12) return "phone";
    const longest = Math.max(...run.match(/\p{Nd}+/gu).map((group) => group.length));
    const listed = AMOUNT.test(run) || YEARS.test(run) || longest < 3;
    return digits.length >= 9 && digits.length <= 16 && !listed ? "number" : null;
  };
  const found = (text, known = []) => {
    const hits = [];
    for (const match of text.matchAll(EMAIL)) {
      const address = match[0].replace(/[.!?'’]+$/u, "");
      if (!PUBLIC.test(address)) hits.push([match.index, "email", address]);
    }
    const plain = blanked(EMAIL, blanked(URLS, text));
    const undated = blanked(DATES, plain);
    for (const match of undated.matchAll(RUN)) {
      const kind = ofDigits(match[0]);
      if (kind) hits.push([match.index, kind, match[0]]);
    }
    for (const match of undated.matchAll(CODE)) hits.push([match.index, "number", match[0]]);
    NAME.lastIndex = 0;
    for (let match = NAME.exec(plain); match; match = NAME.exec(plain)) {
      NAME.lastIndex = match.index + match[0].length - match[1].length; /* the next honorific may stand among the words that follow */
      const words = match[1].split(/[\s\u00a0]+/u).filter(Boolean);
      const end = words.findIndex((word) => !/^\p{Lu}/u.test(word));
      const capital = end < 0 ? words : words.slice(0, end);
      if (capital.length && !OFFICES.has(capital[0].replace(/\.+$/u, ""))) {
        const whole = match[0].slice(0, match[0].indexOf(match[1])) + capital.join(" ");
        hits.push([match.index, "name", whole.replace(/[.,;:]+$/u, "")]);
      }
    }
    for (const match of plain.matchAll(ARABIC)) {
      if (!ARABIC_OFFICES.some((office) => match[1].startsWith(office))) hits.push([match.index, "name", match[0]]);
    }
    for (const match of plain.matchAll(CHINESE)) {
      if (!CHINESE_OFFICES.test(match[1])) hits.push([match.index, "name", match[0]]);
    }
    hits.sort((one, other) => one[0] - other[0]);
    const allowed = known.map((name) => name.toLowerCase());
    const seen = new Set();
    return hits.map(([, kind, what]) => [kind, what]).filter(([kind, what]) => {
      const key = `${kind} ${what}`;
      if (seen.has(key) || allowed.some((name) => name.includes(what.toLowerCase()))) return false;
      return seen.add(key);
    });
  };
  window.identifying = found;

  const words = document.querySelector("[data-identifying]");
  if (!words) return;
  const known = (words.dataset.known || "").split("\n").filter(Boolean);
  const AFTER = 600;
  document.querySelectorAll("[data-free]").forEach((field) => {
    const list = document.createElement("div");
    list.className = "identifying";
    list.setAttribute("role", "status");
    field.after(list);
    const show = () => {
      const questions = found(field.value, known).map(([kind, what]) => words.dataset[kind].replace("##", () => what));
      if (list.dataset.said === questions.join("\n")) return;
      list.dataset.said = questions.join("\n");
      list.replaceChildren(...questions.map((question) => {
        const item = document.createElement("p");
        item.textContent = question;
        return item;
      }));
    };
    let timer = 0;
    field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, AFTER); });
    show();
  });
})();
