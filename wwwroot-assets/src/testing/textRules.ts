/**
 * What makes a text complete in both languages, as far as a machine can tell. The same rules hold for the texts of C# and of the scripts
 * (TextRules.cs); tests/golden/texts.json is what both must say of the same samples.
 */

/** A text of the product in both languages, what is put in written as {0} or {name}; and where it stands. */
export interface TextPair {
  readonly place: string;
  readonly en: string;
  readonly zh: string;
}

const chinese = /[\u4e00-\u9fff]/;
const chineseMarks = /[，。；：！？、（）《》]/;
const hole = /\{[^{}]*\}/g;

export const hasChinese = (text: string): boolean => chinese.test(text);

/** True where there is more than punctuation, symbols and what is put in. */
export const hasWords = (text: string): boolean => /[a-z]{2}/i.test(text.replace(hole, ''));

/** Why the pair is not fit to be shown, or null. */
export function textFault({ en, zh }: TextPair): string | null {
  if (en.trim() === '' || zh.trim() === '') return 'is empty in one language';
  if (hasChinese(en) || chineseMarks.test(en)) return 'has Chinese in the English text';
  // Names, units and code are the same everywhere: "ReLU", "m/s", "nn.Linear".
  if (en === zh) return hasWords(en) && en.includes(' ') ? 'is not translated' : null;
  if (!hasChinese(zh)) return hasWords(zh) ? 'has no Chinese in the Chinese text' : null;
  return punctuationFault(en, zh) ?? contentFault(en, zh);
}

function punctuationFault(en: string, zh: string): string | null {
  // Shapes are written alike in both languages: [N, 通道, 高, 宽].
  const outside = zh.replace(/\[[^\]]*\]/g, '[]');
  if (/[\u4e00-\u9fff](?:[,;:?!]|\.(?!\w))/.test(outside)) return 'has half-width punctuation in the Chinese text';
  // Several spaces make columns.
  if (/\S[^\S\n][，。；：！？、）》]|[，。；：！？、（《][^\S\n]\S/.test(outside)) return 'has a space beside full-width punctuation';
  if (/[\u4e00-\u9fff]…(?!…)/.test(outside) && !/……/.test(outside)) return 'has half an ellipsis in the Chinese text';
  return endOfEnglish(en) === endOfChinese(zh) ? null : 'ends with another mark in Chinese';
}

function contentFault(en: string, zh: string): string | null {
  // Several lines are laid out in columns.
  if ([en, zh].some((text) => !text.includes('\n') && /\S[ \u3000]{2,}\S/.test(text))) return 'has two spaces in a row';
  const holes = (text: string): string => [...text.matchAll(hole)].map((match) => match[0]).sort().join();
  if (holes(en) !== holes(zh)) return 'puts other values in';
  return /(?<![\w./-])[A-Za-z]?[a-z]+ (?:[a-z]+ )*[a-z]{2,}(?![\w./-])/.test(withoutCode(zh)) ? 'has English left in the Chinese text' : null;
}

/** What is typed is the same in every language: commands, options, what stands in quotes. */
const withoutCode = (text: string): string => text.replace(/(?:\.\/builder|git|dotnet|apt-get) [\w./ -]*|--?[\w-]+|“[^”]*”|"[^"]*"/g, '');

const closing = /[)）”"’'\]\s]+$/;

function endOfEnglish(text: string): string {
  const last = text.replace(closing, '').slice(-1);
  return '.?!:…'.includes(last) ? last : '';
}

function endOfChinese(text: string): string {
  const last = text.replace(closing, '').slice(-1);
  return { '。': '.', '？': '?', '！': '!', '：': ':', '…': '…' }[last] ?? ('.?!:'.includes(last) ? 'half-width' : '');
}
