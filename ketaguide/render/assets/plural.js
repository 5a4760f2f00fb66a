// Counted words: the form that a number takes, by the rules of the edition, which are those of Unicode CLDR.
// The program chooses the same way: ketaguide/model/plurals.py.
function isSo(relation, n) {
  const [, operand, modulus, sign, ranges] = /^\s*([nivwftce])\s*(?:%\s*(\d+)\s*)?(!?=)\s*(.*)$/.exec(relation);
  const value = ("ni".includes(operand) ? n : 0) % Number(modulus ?? Infinity);
  const isWithin = ranges.split(",").some((range) => {
    const [low, high = low] = range.split("..").map(Number);
    return low <= value && value <= high;
  });
  return isWithin === (sign === "=");
}

const holds = (rule, n) => rule.split(/\bor\b/).some((either) => either.split(/\band\b/).every((relation) => isSo(relation, n)));

// `forms` is JSON: (rule, words) of each form, the last without a rule.
export const counted = (forms, n) => JSON.parse(forms).find(([rule]) => !rule || holds(rule, n))[1];
