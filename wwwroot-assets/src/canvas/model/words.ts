import { type CatalogParameter } from '../protocol/catalog';
import { type Block, inLanguage, type Language, type ParameterValue } from '../protocol/values';
import { say } from '../texts';
import type { CatalogIndex } from './catalogIndex';

/** A number as people write it: 1,234,567. */
export const whole = (value: number, language: Language): string => value.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-US');

/** A count in a few letters: 4.8k, 1.2M; 4.8千 would be unusual in this field, so both languages share it. */
export function short(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1e9, 'B'],
    [1e6, 'M'],
    [1e3, 'k'],
  ];
  for (const [size, unit] of steps) {
    // 999,950 would be rounded to "1000.0k": it is a million.
    if (value >= size * 0.99995) {
      const scaled = value / size;
      return `${scaled >= 99.95 ? Math.round(scaled) : Math.round(scaled * 10) / 10}${unit}`;
    }
  }

  return String(value);
}

/** "[N, 32, 26, 26]" as a wire shows it: 32×26×26, without the batch. */
export function wireShape(shape: string, language: Language): string {
  const dims = shape.replace(/^\[|\]$/g, '').split(', ').filter((d) => d !== '');
  const sample = dims[0] === 'N' ? dims.slice(1) : dims;
  return sample.length === 0 ? say('oneNumber', language) : sample.join('×');
}

/** The parameters that a block shows: those that were set, or else its first; at most two. */
export function keyParameters(block: Block, catalog: CatalogIndex, language: Language): string {
  const known = catalog.kind(block.kind)?.parameters ?? [];
  const hidden = (p: CatalogParameter) => p.name === 'data' || p.name === 'group' || (block.kind === 'Group' && p.name === 'repeat');
  const shown = known.filter((p) => !hidden(p));
  const set = shown.filter((p) => block.parameters[p.name] !== undefined);
  const first = shown.find((p) => p.default !== null && p.default !== undefined);
  const chosen = set.length > 0 ? set.slice(0, 2) : first && block.kind !== 'Group' ? [first] : [];
  return chosen.map((p) => describe(p, block.parameters[p.name] ?? p.default ?? '', language)).join(' · ');
}

function describe(parameter: CatalogParameter, value: ParameterValue, language: Language): string {
  const text = valueText(parameter, value, language);
  return parameter.type.startsWith('Column') ? text : `${inLanguage(parameter.title, language)} ${text}`;
}

function valueText(parameter: CatalogParameter, value: ParameterValue, language: Language): string {
  if (typeof value === 'boolean') {
    return say(value ? 'yes' : 'no', language);
  }

  if (Array.isArray(value)) {
    return value.map(String).join(parameter.type.startsWith('Integer') ? '×' : ', ');
  }

  const choice = parameter.choices?.find((c) => c.value === value);
  return choice ? inLanguage(choice.title, language) : String(value);
}
