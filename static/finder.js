/* The search of a long list, loaded when somebody wants to search: the same as the server's (mechanisms/names/matching.py). What is
   typed stays here; all names come at once, whatever is searched for. */
const PLAIN = { "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss" };
export const words = (text) => {
  const folded = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[ıłøđæœß]/g, (sign) => PLAIN[sign])
    .replace(/['’]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  /* Letters that stand alone one after the other are one word: "U.K." is "UK". */
  return folded.replace(/(?<![^ ])(\p{L}(?: \p{L})+)(?![^ ])/gu, (letters) => letters.replaceAll(" ", "")).split(" ").filter(Boolean);
};
const heard = (word) => word.replaceAll("y", "i").replace(/(.)\1+/gu, "$1");
const distance = (first, second) => {
  let before = [], above = [...second, ""].map((_, place) => place);
  first.forEach((a, i) => {
    const row = [i + 1];
    second.forEach((b, j) => {
      let least = Math.min(above[j + 1] + 1, row[j] + 1, above[j] + (a === b ? 0 : 1));
      if (i && j && a === second[j - 1] && b === first[i - 1]) least = Math.min(least, before[j - 1] + 1);
      row.push(least);
    });
    [before, above] = [above, row];
  });
  return above.at(-1);
};
const nearWord = (typed, word) => {
  if (typed === word || (typed.length > 1 && word.startsWith(typed))) return true;
  const first = [...heard(typed)], second = [...heard(word)], shorter = Math.min(first.length, second.length);
  const allowed = shorter >= 8 ? 2 : 1;
  return shorter >= 4 && Math.abs(first.length - second.length) <= allowed && distance(first, second) <= allowed;
};
const near = (typed, { names }) => names.some((parts) =>
  typed.every((word) => parts.some((part) => nearWord(word, part))) || nearWord(typed.join(""), parts.join("")));
const inside = (word) => word.length >= 4 || (word.length > 1 && /[^\x00-\x7f]/.test(word));
const [EXACT, WORDS, BEGINNINGS, INSIDE, NEAR, NOT] = [0, 1, 2, 3, 4, 5];
const fitName = (typed, parts) => {
  const same = (one, other) => one.length === other.length && one.every((word, place) => word === other[place]);
  if (same([...typed].sort(), [...parts].sort()) || typed.join("") === parts.join("")) return EXACT;
  if (typed.every((word) => parts.includes(word))) return WORDS;
  if (typed.every((word) => parts.some((part) => part.startsWith(word)))) return BEGINNINGS;
  if (typed.every((word) => inside(word) && parts.some((part) => part.includes(word)))) return INSIDE;
  return NOT;
};
const fit = (typed, { short, names }) =>
  (short.has(typed.join(" ")) ? EXACT : Math.min(NOT, ...names.map((parts) => fitName(typed, parts))));

/* The names of an entry are in the page, or in the list that came for the whole finder. "!" stands before an abbreviation, "=" before
   a code. */
const parsed = (text) => {
  const written = text.split("|").filter(Boolean);
  const short = written.filter((one) => /^[!=]/.test(one));
  return {
    names: written.filter((one) => !short.includes(one)).map((one) => one.split(" ")),
    short: new Set(short.map((one) => one.slice(1))),
    abbreviations: new Set(short.filter((one) => one.startsWith("!")).map((one) => one.slice(1))),
  };
};
const called = new WeakMap();
const read = (entry, names) => {
  if (!called.has(entry)) called.set(entry, parsed(entry.dataset.entry || names[entry.querySelector("input").value] || ""));
  return called.get(entry);
};
const fetched = async (address, none) => (address ? (await fetch(address)).json() : none);
export const list = (address) => fetched(address, {});
/* Of all that have names, those that fit, each with its fit. In: a map from each to its names. */
const fitting = (typed, of) => {
  const fits = new Map([...of].map(([one, names]) => [one, fit(typed, names)]));
  const least = Math.min(NOT, ...fits.values());
  if (least === NOT) return new Map([...of].filter(([, names]) => near(typed, names)).map(([one]) => [one, NEAR]));
  const abbreviation = [...of.values()].some((names) => names.abbreviations.has(typed.join(" ")));
  const worst = abbreviation ? WORDS : Math.max(BEGINNINGS, least);
  return new Map([...fits].filter(([, found]) => found <= worst));
};
/* Each entry that is shown, with its fit. */
export const best = (typed, entries, names) =>
  (typed.length ? fitting(typed, new Map(entries.map((entry) => [entry, read(entry, names)]))) : new Map(entries.map((entry) => [entry, EXACT])));

/* Places that are in no list of States: told, not chosen, and only where no State fits better. */
export const places = async (address) => new Map((await fetched(address, [])).map((place) => [place, parsed(place.called)]));
export const tell = (box, typed, known, states) => {
  if (!box) return 0;
  const worst = Math.min(NEAR, ...states.values());
  const found = typed.length ? [...fitting(typed, known)].filter(([, how]) => how <= worst).sort(([, a], [, b]) => a - b) : [];
  box.hidden = !found.length;
  box.replaceChildren(...found.map(([place]) => {
    const line = document.createElement("p"), name = document.createElement("strong"), more = document.createElement("a");
    name.textContent = place.name;
    more.textContent = box.dataset.more;
    more.href = place.address;
    line.append(name, ` – ${place.text} `, more);
    return line;
  }));
  return found.length;
};
