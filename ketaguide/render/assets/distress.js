// Words of distress, for which crisis numbers are shown: compares words only, and works without the index of the search.
// The program compares the same way: ketaguide/search/distress.py.
const LIKENESS = 0.85;
const SLIPS_FROM = 7;
const PARTS = 16;
const SLIPS_IN = 400;
const LOOKALIKES = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", $: "s", "!": "i", "|": "l" };

const plain = (text) => text.normalize("NFKD").toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "");
const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");
const squash = (word) => letters(word).replace(/(.)\1+/gu, "$1");

// Adjacent words joined, up to the length of the longest phrase.
function* runs(words, longest) {
  for (let start = 0; start < words.length; start += 1) {
    let run = "";
    for (const word of words.slice(start, start + PARTS)) {
      run += run.endsWith(word[0]) ? word.slice(1) : word;
      if (run.length > longest) break;
      yield run;
    }
  }
}

// The letters that two words share in the same order, the longest shared piece first (as Python's difflib).
function shared(a, b) {
  let [most, endA, endB] = [0, 0, 0];
  let last = [];
  for (let i = 0; i < a.length; i += 1) {
    const row = [];
    for (let j = 0; j < b.length; j += 1) {
      row[j] = a[i] === b[j] ? (last[j - 1] ?? 0) + 1 : 0;
      if (row[j] > most) [most, endA, endB] = [row[j], i + 1, j + 1];
    }
    last = row;
  }
  return most && most + shared(a.slice(0, endA - most), b.slice(0, endB - most)) + shared(a.slice(endA), b.slice(endB));
}

const isSlip = (phrase, run) => Math.abs(phrase.length - run.length) < 2 && phrase[0] === run[0]
  && (2 * shared(phrase, run)) / (phrase.length + run.length) >= LIKENESS;

export class Distress {
  // A name of a place is never a slip of a phrase (Aberdeen, a burden); `names` holds those that would be.
  constructor(phrases, alone, names) {
    this.names = new Set(names);
    this.alone = new Set(alone.map((words) => letters(plain(words))));
    this.phrases = new Set(phrases.map((phrase) => squash(plain(phrase))).filter(Boolean));
    this.long = [...this.phrases].filter((phrase) => phrase.length >= SLIPS_FROM);
    this.longest = Math.max(0, ...[...this.phrases].map((phrase) => phrase.length));
  }

  // True when a text contains one of the phrases, in any spacing and with small misspellings.
  matches(typed) {
    const text = plain(typed);
    if (this.alone.has(letters(text))) return true;
    for (const read of [text, text.replace(/[013457@$!|]/g, (sign) => LOOKALIKES[sign])]) {
      const words = read.split(/[\s\-_.,;:/]+/).map(squash).filter(Boolean);
      for (const run of runs(words, this.longest)) if (this.phrases.has(run)) return true;
      if (words.some((word) => word.length > SLIPS_FROM && this.long.some((phrase) => word.includes(phrase)))) return true;
    }
    const ends = text.length <= 2 * SLIPS_IN ? text : `${text.slice(0, SLIPS_IN)} ${text.slice(-SLIPS_IN)}`;
    const tried = new Set(runs(ends.split(/\s+/).map(squash).filter(Boolean), this.longest));
    return [...tried].some((run) => run.length >= SLIPS_FROM - 1 && !this.names.has(run) && this.long.some((phrase) => isSlip(phrase, run)));
  }
}
