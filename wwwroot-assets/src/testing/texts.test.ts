// @vitest-environment node
import { describe, expect, it } from 'vitest';
import samples from '../../../tests/golden/texts.json';
import { bareWords } from './bareWords';
import { parse, textPairs } from './textPairs';
import { textFault } from './textRules';

const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx'], { eager: true, query: '?raw', import: 'default' });

/** What people get: neither tests nor what tests use. */
const product = Object.entries(sources)
  .filter(([path]) => !/\.test\.tsx?$|(^|\/)testing\//.test(path.replace('../', '')) && path.startsWith('../'))
  .map(([path, source]) => parse(path.replace('../', 'src/'), source));

describe('the texts of the browser’s part', () => {
  it('are complete in English and in Simplified Chinese', () => {
    const faults = product.flatMap(textPairs).flatMap((pair) => {
      const fault = textFault(pair);
      return fault ? [`${pair.place} ${fault}: ${pair.en} / ${pair.zh}`] : [];
    });

    expect(faults).toEqual([]);
  });

  it('never stand in one language alone', () => expect(product.flatMap(bareWords)).toEqual([]));

  it('are all found: as objects, as calls, as functions of what is put in', () => {
    const found = product.flatMap(textPairs);

    expect(product.length).toBeGreaterThan(80);
    expect(found).toContainEqual(expect.objectContaining({ en: 'Epoch {0} of {1}', zh: '第 {0} 轮，共 {1} 轮' }));
    expect(found).toContainEqual(expect.objectContaining({ en: 'Model canvas', zh: '模型画布' }));
    expect(found.some((pair) => pair.en.includes('larger than {limit}') && pair.zh.includes('上限 {limit}'))).toBe(true);
    expect(product.filter((file) => file.fileName.endsWith('/texts.ts') && textPairs(file).length === 0)).toEqual([]);
  });

  it.each(samples)('are judged as those of C# and of the scripts: "$en", "$zh"', ({ en, zh, fault }) => {
    const found = textFault({ place: 'here', en, zh });

    expect(found).toBe(fault);
  });
});

describe('a search for texts', () => {
  const pairs = (source: string) => textPairs(parse('here.ts', source)).map(({ en, zh }) => [en, zh]);

  it('reads both languages wherever they are written', () => {
    expect(pairs("const a = { x: { en: 'One', zh: '一' } };")).toEqual([['One', '一']]);
    expect(pairs("const t = (en: string, zh: string) => ({ en, zh }); t('One', '一');")).toEqual([['One', '一']]);
    expect(pairs("function both(en: string, zh: string) {} both('One ' + n, `一${n}`);")).toEqual([['One {n}', '一{n}']]);
    expect(pairs('const a = { en: (n: number) => `${n} rows`, zh: (n: number) => `${n} 行` };')).toEqual([['{n} rows', '{n} 行']]);
  });

  it('takes a language that is missing for an empty text', () => expect(pairs("const a = { en: 'One' };")).toEqual([['One', '']]));

  it('leaves alone what is passed on', () => expect(pairs('const a = { en: problem.en, zh: problem.zh };')).toEqual([]));
});

describe('a search for words in one language', () => {
  const found = (source: string) => bareWords(parse('here.tsx', source)).map((place) => place.slice(place.indexOf(': ') + 2));

  it.each([
    ['<p>Try again</p>', 'Try again'],
    ['<p>重试</p>', '重试'],
    ["<p>{open ? 'Hide' : say('show')}</p>", "'Hide'"],
    ["<p>{count > 0 && `${count} problems`}</p>", '`${count} problems`'],
    ['<button aria-label="Close" />', '"Close"'],
    ["<button title={keys ? `Undo (${keys})` : say('undo')} />", '`Undo (${keys})`'],
    ["<input placeholder={hint ?? 'Name'} />", "'Name'"],
    ["<Handle title={['In', say('x')]} />", "'In'"],
    ["note.textContent = 'Waiting';", "'Waiting'"],
    ["bar.setAttribute('aria-label', 'Training');", "'Training'"],
    ["Object.assign(button, { title: 'Close' });", "'Close'"],
    ["element.append('Loading');", "'Loading'"],
    ["window.alert('Careful');", "'Careful'"],
    ["context.fillText('Epoch', 1, 2);", "'Epoch'"],
    ['<Ask title="Name the group" />', '"Name the group"'],
    ["throw new Error('no canvas here');", "'no canvas here'"],
    ["reject(new UploadRefused(`${name} is too large`));", '`${name} is too large`'],
    ["list.add(new Option('All', ''));", "'All'"],
    ["const words = 'The line is down.';", "'The line is down.'"],
    ["const words = `Epoch ${n}`;", '`Epoch ${n}`'],
    ["const words = '连接中断';", "'连接中断'"],
  ])('finds %s', (source, words) => expect(found(source)).toEqual([words]));

  it.each([
    "<p>{say('tryAgain')} × {count}%</p>",
    "<p className=\"cv-root cv-waiting\" role=\"alert\">–</p>",
    "<Tool label=\"undo\" keys=\"Ctrl+Z\" />",
    "bar.setAttribute('data-state', 'running well');",
    "element.className = 'button quiet small';",
    "reject(new DOMException('stopped', 'AbortError'));",
    "const font = \"Inter, 'Noto Sans SC', system-ui\";",
    "page.querySelector('dialog[open] button.primary');",
    "say('nothingFound');",
    '<Ask title="groupTitle" />',
    "throw new Error('no-picture');",
    "const a = { en: 'The line is down.', zh: (n: number) => `第 ${n} 行` };",
    "const t = (en: string, zh: string) => ({ en, zh }); const a = t('Try it again', '重试');",
  ])('lets %s pass', (source) => expect(found(source)).toEqual([]));
});
