// The search itself, without a page: reads a query and ranks the passages of search.json. The program ranks the same
// (ketaguide/search: words.py, query.py, index.py), and a test compares both. All numbers are integers, so none rounds apart.
const MOST_WORDS = 32;
const LONGEST_WORD = 40;
const COMPLETIONS = 12;
const FIRST = 3; // results that are seen at once
const NEAR = 2; // questions offered where nothing was found
const LEAST = 60; // minimum letters of an excerpt; a shorter sentence is shown with the next
const APOSTROPHES = /['\u2019\u2018`\u00b4\u02bc\uff07]/g;
const PLAIN = /^[ -~\s]*$/;
const APART = /(?<![a-z0-9])can\s+not(?![a-z0-9])/g;
const INITIALS = /(?<![a-z0-9])(?:[a-z0-9]\.){2,}/g;
const WORD = /[^\s.,;:!?()[\]"\u201c\u201d/\u2013\u2014-]+/g;

// Plain lower-case letters: no accents, apostrophes, or letters of other widths and styles.
export function fold(text) {
  const plain = text.replace(APOSTROPHES, "");
  return (PLAIN.test(plain) ? plain : plain.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase();
}

export function tokenize(text) {
  const plain = fold(text).replace(APART, "cannot").replace(INITIALS, (found) => found.replaceAll(".", ""));
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const threes = (text) => unique(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
const unique = (list) => [...new Set(list)];
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
const pairs = (stems) => stems.slice(1).map((second, at) => `${stems[at]} ${second}`);
const rarity = (total, count) => (count ? Math.round(1000 * Math.log2(1 + total / count)) : 0);
const push = (map, key, value) => map.set(key, [...(map.get(key) ?? []), value]);

function byLastLetter(endings) {
  const found = new Map();
  for (const ending of endings) push(found, ending[0].at(-1), ending);
  return found;
}

function letters(word) {
  let bits = 0;
  for (const letter of word) if (letter >= "a") bits |= 1 << (letter.charCodeAt(0) - 97);
  return bits;
}

function bitCount(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count += 1;
  return count;
}

// Letters added, left out, changed or swapped with the next, between two words.
export function distance(a, b) {
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1] ? 1 : 0));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length];
}

export class Finder {
  #stems = new Map();
  #points = new Map(); // stem → passages, each with the points of the fields it stands in
  #pairs = new Map(); // neighbouring stems of a title → passages
  #exact = new Map(); // a whole name → passages, with 0 for a name of the passage and 1 for the heading of a part
  #synonyms = new Map();
  #places = new Map();

  constructor(tables) {
    this.rules = tables.rules;
    this.nations = tables.nations;
    this.asked = tables.asked;
    this.endings = this.rules.stem.map(byLastLetter);
    this.tables = tables;
    this.rows = tables.passages.map(([kind, id, section, title, names, head, sentences, more, isCrisis]) => (
      { kind, id, section, title, names, head, sentences, more, isCrisis }
    ));
  }

  // Builds the index; a generator, so that a page can do something else in between.
  *build() {
    const [words, names] = [new Set(), new Set()];
    for (const [at, row] of this.rows.entries()) {
      this.#add(row, at, words, names);
      yield;
    }
    this.#learn(this.tables, words, names);
    yield;
    this.calls = new Set(this.rules.calls.map((word) => this.stem(word)));
    this.weights = new Map([...this.#points].map(([name, found]) => [name, rarity(this.rows.length, found.size)]));
    for (const row of this.rows) {
      row.focus = this.#tellingStems(tokenize(row.head || row.title));
      row.named = this.#tellingStems(tokenize(row.title.replace(/\(.*?\)|,.*/g, "")));
      yield;
    }
  }

  stem(word) {
    let found = this.#stems.get(word);
    if (found !== undefined) return found;
    found = this.rules.forms[word] ?? word;
    for (const endings of this.endings) {
      const own = endings.get(found.at(-1)) ?? [];
      const hit = own.find(([ending, , least]) => found.length - ending.length >= least && found.endsWith(ending));
      if (hit) found = found.slice(0, found.length - hit[0].length) + hit[1];
    }
    this.#stems.set(word, found);
    return found;
  }

  #stemsIn = (text) => tokenize(text).map((word) => this.stem(word));

  #add(row, at, words, names) {
    const [counts, best] = [new Map(), new Map()];
    for (const word of tokenize([...row.sentences, row.more].join("\n"))) {
      const name = this.stem(word);
      words.add(word);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const [field, text] of [["title", row.title], ...row.names.map((name) => ["names", name]), ["head", row.head]]) {
      const said = tokenize(text);
      const stems = said.map((word) => this.stem(word));
      for (const word of said) names.add(word);
      for (const name of stems) best.set(name, Math.max(best.get(name) ?? 0, this.rules[field]));
      for (const pair of unique(pairs(stems))) this.#pairs.set(pair, (this.#pairs.get(pair) ?? new Set()).add(at));
      if (said.length && (field === "head" || !row.head)) {
        const whole = this.#exact.get(said.join(" ")) ?? new Map();
        if (!whole.has(at)) whole.set(at, field === "head" ? 1 : 0);
        this.#exact.set(said.join(" "), whole);
      }
    }
    const levels = this.rules.text;
    for (const name of new Set([...counts.keys(), ...best.keys()])) {
      const text = levels[Math.min(counts.get(name) ?? 0, levels.length - 1)];
      if (!this.#points.has(name)) this.#points.set(name, new Map());
      this.#points.get(name).set(at, text + (best.get(name) ?? 0));
    }
  }

  // --- reading a query

  #form = (word) => (word.length > 4 ? this.stem(word) : word); // short words as they are: care is not car
  #key = (words) => words.map(this.#form).join(" ");

  #learn(tables, words, names) {
    this.stop = new Set(tables.stop.flatMap(tokenize));
    this.stopStems = new Set([...this.stop].map((word) => this.stem(word)));
    for (const [means, ...lay] of tables.synonyms) for (const said of lay) this.#synonyms.set(this.#key(tokenize(said)), means);
    this.itself = new Set(tables.places.flatMap(([, itself]) => itself));
    for (const [nation, itself, places] of tables.places) {
      for (const name of [...itself, ...places]) push(this.#places, tokenize(name).join(" "), [name, nation]);
    }
    const lengths = (map) => Math.max(0, ...[...map.keys()].map((key) => key.split(" ").length));
    [this.longest, this.longestPlace] = [lengths(this.#synonyms), lengths(this.#places)];
    const here = tables.here.flatMap(tokenize);
    this.here = new Set(here);
    this.placeWords = new Set([...this.#places.keys()].flatMap((key) => key.split(" ")));
    this.names = new Set([...names, ...tables.synonyms.flat().flatMap(tokenize)]);
    const said = new Set([...words, ...this.names]);
    this.spelt = unique([...said, ...this.placeWords]).sort();
    this.right = this.spelt.filter((word) => word.length > 3 && (said.has(word) || word.length > 5)).map((word) => [word, letters(word)]);
    this.known = new Set([...this.spelt, ...this.stop, ...tables.distress.flatMap(tokenize), ...here]);
    this.knownStems = new Set([...this.known].map((word) => this.stem(word)));
  }

  // Words that are neither stop words, single letters nor figures: 225 is a figure, 999 is in a name.
  #telling = (words) => words.filter((word) => !this.stop.has(word) && word.length > 1 && (/[a-z]/.test(word) || this.names.has(word)));
  #tellingStems = (words) => unique(this.#telling(words).map((word) => this.stem(word)));

  #stemsOf(words) {
    const telling = this.#telling(words);
    return unique((telling.length ? telling : words).map((word) => this.stem(word)));
  }

  #weight = (name) => this.weights.get(name) ?? 0;

  #read(typed, asTyped, distress) {
    const asked = tokenize(typed).slice(0, MOST_WORDS).map((word) => word.slice(0, LONGEST_WORD));
    const words = asTyped ? asked : asked.map((word) => this.#nearest(word));
    const whole = this.#wholePlace(words);
    const [found, rest] = this.#foundPlaces(whole);
    const clauses = found.length && distress ? this.#clauses(rest, []) : this.#clauses(whole, found);
    const said = words.join(" ");
    return {
      words,
      clauses: [...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).values()],
      corrected: said === asked.join(" ") ? "" : said,
      places: distress ? [] : found,
      isNation: found.length > 0 && this.itself.has(found[0][0]),
      isAlone: this.#telling(rest).every((word) => this.here.has(word)),
    };
  }

  // The words, the last one completed if it is the beginning of nothing but a place.
  #wholePlace(words) {
    const last = words.at(-1) ?? "";
    const longer = last.length > 3 && !this.known.has(last) ? this.#starting(last) : [];
    return longer.length && longer.every((word) => this.placeWords.has(word)) ? [...words.slice(0, -1), longer[0]] : words;
  }

  #foundPlaces(words) {
    for (let length = this.longestPlace; length > 0; length -= 1) {
      for (let at = 0; at + length <= words.length; at += 1) {
        const found = this.#places.get(words.slice(at, at + length).join(" "));
        if (found) return [found, [...words.slice(0, at), ...words.slice(at + length)]];
      }
    }
    return [[], words];
  }

  // A clause for each place, lay expression and telling word; stop words only if there is nothing else.
  #clauses(words, places) {
    const wanted = this.#telling(words).length > 0;
    let place = places.length ? tokenize(places[0][0]) : [];
    const found = [];
    for (let at = 0; at < words.length; ) {
      const length = this.#synonym(words, at);
      if (place.length && words.slice(at, at + place.length).join(" ") === place.join(" ")) {
        found.push(this.#clause(this.#stemsIn(place.join(" ")), places.map(([, nation]) => this.#stemsIn(this.nations[nation][3])), []));
        at += place.length;
        place = [];
      } else if (length) {
        found.push(this.#lay(words.slice(at, at + length)));
        at += length;
      } else {
        at += 1;
        const word = words[at - 1];
        if (!wanted || this.#telling([word]).length) found.push(this.#word(word, at === words.length));
      }
    }
    return found;
  }

  // A lay expression; one with a common word is a phrase, and only what it means counts (does it work).
  #lay(words) {
    const means = this.#synonyms.get(this.#key(words));
    const way = this.#stemsOf(tokenize(means));
    const clause = this.#clause(this.#stemsOf(words), [way], [means]);
    const isPhrase = words.some((word) => this.stop.has(word)) && way.length > 0 && way.every(this.#weight);
    return isPhrase ? { ...clause, ways: clause.ways.slice(1) } : clause;
  }

  #clause(own, ways, meant) {
    return this.#weighed([[100, own], ...ways.filter((way) => way.length).map((way) => [this.rules.meant, way])], meant);
  }

  #weighed(ways, meant) {
    const size = ways[0][1].length;
    const weights = ways.map(([, way]) => way.map(this.#weight)).filter((each) => each.every(Boolean));
    return { weight: Math.max(0, ...weights.map((each) => Math.floor((sum(each) * size) / each.length))), size, ways, meant };
  }

  #word(word, isLast) {
    const longer = isLast && word.length > 1 && !this.known.has(word) ? this.#starting(word) : [];
    const stems = unique(longer.map((other) => this.stem(other)));
    return this.#weighed([[100, [this.stem(word)]], ...stems.map((name) => [this.rules.begun, [name]])], []);
  }

  // The length of the longest lay expression that begins at a word; 0 if none.
  #synonym(words, at) {
    let length = Math.min(this.longest, words.length - at);
    while (length > 0 && !this.#synonyms.has(this.#key(words.slice(at, at + length)))) length -= 1;
    return length;
  }

  #starting(start) {
    const first = this.spelt.findIndex((word) => word >= start);
    return first < 0 ? [] : this.spelt.slice(first, first + COMPLETIONS).filter((word) => word.startsWith(start));
  }

  #nearest(word) {
    const limit = Math.max(0, ...this.rules.slips.filter(([length]) => word.length >= length).map(([, slips]) => slips));
    if (!limit || this.known.has(word) || this.knownStems.has(this.stem(word)) || /[0-9]/.test(word)) return word;
    if (this.#starting(word).length) return word;
    const mask = letters(word);
    let best = [limit + 1, 2, 2, word];
    for (const [other, bits] of this.right) {
      if (bitCount(mask ^ bits) > 2 * limit || Math.abs(other.length - word.length) > limit) continue;
      if (limit === 1 && other[0] !== word[0]) continue;
      const one = [distance(word, other), this.names.has(other) ? 0 : 1, other[0] === word[0] ? 0 : 1];
      const differs = one.findIndex((value, at) => value !== best[at]);
      if (one[0] <= limit && differs >= 0 && one[differs] < best[differs]) best = [...one, other];
    }
    return best[3];
  }

  // --- ranking

  find(typed, { distress = false, asTyped = false } = {}) {
    const query = this.#read(typed, asTyped, distress);
    const stems = new Set(query.clauses.flatMap(({ ways }) => ways.flatMap(([, way]) => way)));
    let found = this.#ranked(query, stems, distress).slice(0, this.rules.most).map((at) => this.#result(at, stems));
    if (query.places.length) {
      const answers = query.places.map(([, nation]) => this.#ofNation(nation));
      const leads = query.isAlone || !found.length || found[0].section === answers[0].section ? 0 : 1;
      found = [...found.slice(0, leads), ...answers, ...found.slice(leads)].slice(0, this.rules.most);
    }
    const said = query.words.join(" ");
    const near = found.length || distress ? [] : this.#near(said);
    return {
      near: found.length || distress || near.length ? near.map((at) => this.#result(at, stems)) : this.#mostAsked(),
      isNear: near.length > 0,
      corrected: found.length ? query.corrected : "",
      expansions: unique(query.clauses.flatMap(({ meant }) => meant)).filter((text) => text.toLowerCase() !== said),
      place: query.places.length && !query.isNation ? { name: query.places[0][0], nations: query.places.map(([, nation]) => nation) } : null,
      found,
    };
  }

  #ranked(query, stems, distress) {
    if (distress && !query.clauses.every(({ weight }) => weight)) return [];
    const [sums, covered] = [new Map(), new Map()];
    for (const { weight, size, ways } of query.clauses) {
      const best = new Map();
      for (const [percent, way] of ways) {
        const [first, ...more] = way.map((name) => this.#points.get(name) ?? new Map());
        for (const at of first.keys()) {
          if (!more.every((other) => other.has(at))) continue;
          const value = Math.floor((sum(way.map((name) => this.#weight(name) * this.#points.get(name).get(at))) * percent) / 100);
          best.set(at, Math.max(best.get(at) ?? 0, Math.floor(value / way.length) * size));
        }
      }
      for (const [at, value] of best) {
        sums.set(at, (sums.get(at) ?? 0) + value);
        covered.set(at, (covered.get(at) ?? 0) + weight);
      }
    }
    for (const pair of unique(pairs(query.words.map((word) => this.stem(word))))) {
      const points = this.rules.phrase[pair.split(" ").some((name) => !this.stopStems.has(name)) ? 1 : 0];
      const found = this.#pairs.get(pair) ?? new Set();
      for (const at of found) if (sums.has(at)) sums.set(at, sums.get(at) + rarity(this.rows.length, found.size) * points);
    }
    const total = Math.max(1, sum(query.clauses.map(({ weight }) => weight)));
    const [first, ...others] = query.clauses;
    const isForeign = first && !others.length && !first.ways[0][1].every(this.#weight); // a name that the guide does not use
    const exact = this.#exact.get((isForeign ? tokenize(first.meant.join(" ")) : query.words).join(" ")) ?? new Map();
    for (const at of exact.keys()) {
      sums.set(at, sums.get(at) ?? 0);
      covered.set(at, total);
    }
    const most = Math.max(0, ...covered.values());
    const asks = distress || [...stems].some((name) => this.calls.has(name));
    const ranks = [];
    for (const [at, value] of sums) {
      const row = this.rows[at];
      if (covered.get(at) * 100 < most * this.rules.kept || (distress && covered.get(at) < total)) continue;
      if (row.isCrisis && !asks && !row.named.every((name) => stems.has(name))) continue;
      const cover = Math.floor((covered.get(at) * 100) / total);
      const focus = 100 + Math.floor((this.rules.focus * this.#share(row.focus, stems)) / 100);
      const score = Math.floor((Math.floor((Math.floor((value * cover) / 100) * focus) / 100) * this.rules.kinds[row.kind]) / 100);
      ranks.push([exact.get(at) ?? 2, -score, at]);
    }
    ranks.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    const seen = new Map();
    for (const [, , at] of ranks) {
      const key = `${this.rows[at].kind} ${this.rows[at].id}`;
      if (!seen.has(key)) seen.set(key, at);
    }
    return distress ? [...seen.values()] : this.#withMeant([...seen.values()], query.clauses);
  }

  // The page that a lay word is another name for is among the first three: relatives and the page for families.
  #withMeant(ranked, clauses) {
    for (const title of clauses.flatMap(({ meant }) => meant)) {
      const said = this.#tellingStems(tokenize(title)).join(" ");
      const page = this.rows.findIndex(({ kind, head, focus }) => kind === "section" && !head && focus.join(" ") === said);
      if (page < 0 || ranked.slice(0, FIRST).some((at) => this.rows[at].section === this.rows[page].id)) continue;
      const own = ranked.find((at) => this.rows[at].kind === "section" && this.rows[at].id === this.rows[page].id) ?? page;
      const others = ranked.filter((at) => at !== own);
      ranked = [...others.slice(0, 1), own, ...others.slice(1)];
    }
    return ranked;
  }

  // Questions that share most runs of three letters with a query for which nothing was found.
  #near(said) {
    const wanted = threes(said);
    const ranks = this.rows.flatMap(({ kind, title }, at) => {
      const shared = kind === "faq" ? threes(tokenize(title).join(" ")).filter((three) => wanted.includes(three)).length : 0;
      return shared ? [[-shared, at]] : [];
    });
    const best = ranks.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, NEAR).map(([, at]) => at);
    return best.length === NEAR ? best : [];
  }

  // The first questions of the first page, each as a result that opens its page.
  #mostAsked() {
    const first = (page) => this.rows.findIndex(({ kind, id }) => kind === "section" && id === page);
    const asked = this.asked.map(([page, title]) => [first(page), title]).filter(([at]) => at >= 0);
    return asked.slice(0, NEAR).map(([at, title]) => ({ ...this.#result(at, new Set()), title }));
  }

  #share(title, stems) {
    const whole = sum(title.map(this.#weight));
    return whole ? Math.floor((sum(title.filter((name) => stems.has(name)).map(this.#weight)) * 100) / whole) : 0;
  }

  #result(at, stems) {
    const row = this.rows[at];
    const { kind, id, section, title, head, sentences } = row;
    row.said ??= sentences.map((text) => unique(this.#stemsIn(text)));
    const values = row.said.map((said) => sum(said.filter((name) => stems.has(name)).map(this.#weight)));
    const verdicts = kind === "myth" && sentences.length > 1 ? 1 : 0; // a claim is never shown without its verdict
    const best = kind === "faq" ? 0 : Math.max(0, values.indexOf(Math.max(...values.slice(verdicts)), verdicts));
    const sentence = sentences[best] ?? "";
    const isShort = sentence && sentence.length < LEAST && best + 1 < sentences.length;
    const begins = sentence ? "" : (this.rows.find((one) => one.id === id && !one.head && one.sentences.length)?.sentences[0] ?? "");
    const excerpt = begins || (verdicts ? `${sentences[0]} ${sentence}` : isShort ? `${sentence} ${sentences[best + 1]}` : sentence);
    return { kind, id, section, title, heading: head, sentence, snippet: this.#marked(excerpt, stems), at };
  }

  // A text in runs: [text, true where it matched].
  #marked(text, stems) {
    const bits = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!tokenize(word).some((one) => stems.has(this.stem(one)))) continue;
      bits.push([text.slice(end, index), false], [word, true]);
      end = index + word.length;
    }
    return [...bits, [text.slice(end), false]].filter(([part]) => part);
  }

  #ofNation(nation) {
    const [section, title, text] = this.nations[nation];
    return { kind: "nation", id: nation, section, title, heading: "", sentence: "", snippet: [[text, false]], at: -1 };
  }
}
