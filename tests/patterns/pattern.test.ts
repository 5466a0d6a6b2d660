import fc from 'fast-check';
import { RE2JS } from 're2js';
import { beforeAll, describe, expect, it } from 'vitest';
import { isNullable, isProvedLinear } from '../../src/patterns/linear.ts';
import { requiredLiteral } from '../../src/patterns/literal.ts';
import { parsePattern } from '../../src/patterns/parse.ts';
import {
  compilePattern,
  loadEngine,
  needsEngine,
  patternFault,
  provedPattern,
  trustPatterns,
} from '../../src/patterns/pattern.ts';
import { re2Source } from '../../src/patterns/re2.ts';

const CELLS = { lineBreaks: true };
const NAMES = { lineBreaks: false };

/** What a pattern is refused for: its code, the piece that is the reason, the sentences. */
function refusal(source: string, texts = CELLS): readonly string[] | null {
  const fault = patternFault(source, texts);
  if (!fault) return null;
  return [fault.code, source.slice(fault.at, fault.at + fault.length), fault.message.zh, fault.message.en];
}

beforeAll(loadEngine);

describe('a pattern that cannot run in linear time', () => {
  it.each([
    ['县(?!级)局', '(?!'],
    ['(?<=由)县', '(?<='],
    ['(?=县)县', '(?='],
    ['(?<!由)县', '(?<!'],
  ])('is refused for look-around: %s', (source, piece) => {
    const [code, where, zh, en] = refusal(source) ?? [];
    expect([code, where]).toEqual(['not-linear', piece]);
    expect(zh).toContain(`“${piece}…)”（前后查看）`);
    expect(en).toContain('look-around');
  });

  it.each([
    ['(县|市)\\1', '\\1'],
    ['(?<a>县)\\k<a>', '\\k<a>'],
  ])('is refused for what refers back: %s', (source, piece) => {
    expect(refusal(source)?.[1]).toBe(piece);
  });
});

describe('a pattern that is none', () => {
  it.each([
    ['', 'syntax', '', '正则表达式是空的'],
    ['县(局', 'syntax', '(', '“(” 没有合上'],
    ['县)局', 'syntax', ')', '“)” 没有成对'],
    ['[县局', 'syntax', '[', '“[” 没有合上'],
    ['*县', 'syntax', '*', '“*” 前面没有可以重复的内容'],
    ['县**', 'syntax', '*', '“*” 前面没有可以重复的内容'],
    ['县{3,1}', 'syntax', '{3,1}', '写反了'],
    ['\\县', 'syntax', '\\县', '不认识 “\\县”'],
    ['[局-县-\\d]', 'syntax', '局-县', '写反了'],
    ['\\p{Hanzi}', 'syntax', '\\p{Hanzi}', '没有 “Hanzi” 这个 Unicode 属性'],
    ['(?i:a)', 'syntax', '(?i', '不认识 “(?i” 这种分组'],
    ['(?<a>县)(?<a>局)', 'syntax', '(?<a>', '用了两次'],
    ['县{1001}', 'too-large', '{1001}', '最多 1000 次'],
    ['(?:县{50}){50}', 'too-large', '县{50}', '最多 1000 次'],
    [`${'('.repeat(150)}县${')'.repeat(150)}`, 'too-large', '(', '嵌套太深'],
    ['县'.repeat(6000), 'too-large', '县'.repeat(6000), '最多 5000 个字符'],
  ])('is refused where it is wrong: %.20s', (source, code, piece, words) => {
    const [had, where, zh] = refusal(source) ?? [];
    expect([had, where]).toEqual([code, piece]);
    expect(zh).toContain(words);
  });
});

describe('a pattern that can never match', () => {
  it.each([
    ['[]', '[]', '没有任何字符可以匹配'],
    ['县[^\\s\\S]局', '[^\\s\\S]', '没有任何字符可以匹配'],
    ['县^局', '^', '不可能同时成立'],
    ['局$级', '级', '不可能同时成立'],
    ['县\\b局', '局', '不可能同时成立'],
    ['\\ud842', '\\ud842', '半个字符'],
    ['(?:县|$)^市', '市', '不可能同时成立'],
    ['(?:^县){2}', '(?:^县){2}', '不可能同时成立'],
  ])('is said, with the piece that is the reason: %s', (source, piece, words) => {
    const fault = refusal(source);
    expect(fault?.slice(0, 2)).toEqual(['never', piece]);
    expect(fault?.[2]).toContain(words);
  });

  it('is said of a line break where there can be none', () => {
    expect(refusal('做好\\n工作', NAMES)?.slice(0, 2)).toEqual(['never', '\\n']);
    expect(refusal('做好\\n工作', CELLS)).toBeNull();
    expect(refusal('做好[\\n、]工作', NAMES)).toBeNull();
    expect(refusal('做好$\\n^工作', CELLS)).toBeNull();
  });

  it('is not said where it may match', () => {
    for (const source of [
      '\\b项目',
      '^县.*局$',
      '县$',
      '\\B局',
      'a\\b、',
      '(?:^|、)县',
      '\\u{20BB7}',
      '\\ud842\\udfb7',
    ])
      expect([source, refusal(source)]).toEqual([source, null]);
  });
});

it('refuses a pattern that fits everywhere', () => {
  for (const source of ['县*', '(?:县|局)?', '^', '^$', 'a{0}'])
    expect([source, refusal(source)?.[0]]).toEqual([source, 'empty-match']);
});

describe('the proof of linear time', () => {
  it.each([
    '县局',
    '第[0-9]+项',
    '《[^《》]*》',
    '(?:协[助同]|配合|会同|联合)(?:其他|上级|各)?(?:有关|相关)(?:主管|职能)?部门',
    '(?:报[告送]?|移[交送]|反馈)(?:给|至)?(?:上级|县级)?(?:有关|相关)?部门',
    '(?:甲{2}){3}(?:乙|丙){1,9}丁',
    '（[^（）]{1,60}）',
    '负责(?:开展|组织)?.{0,20}工作',
    '^[ \\t]+县',
    '，\\s*。',
    'ab*c*d',
  ])('holds for %s', (source) => expect(isProvedLinear(parsePattern(source))).toBe(true));

  it.each([
    '(a+)+$',
    '(?:a|a)+b',
    '\\d+项',
    '《.*》',
    '《[^》]*》',
    '(?:a?){30}a{30}',
    '(?:a|ab|abc|abcd){8}x',
    '(?:a|ab?){9}',
    '^\\s+县',
    '.*',
    'ab*c[a-c]*e',
    '(?:ab+){2}c',
    'a{1,3}a*b',
    '、\\s*\\s*。',
  ])('fails for %s', (source) => expect(isProvedLinear(parsePattern(source))).toBe(false));

  it('never lets a backtracking engine take more than linear time', () => {
    // Whatever is proved is run natively on texts made to hurt: its own pieces, over and over, with no end that fits.
    fc.assert(
      fc.property(
        patternSource,
        fc.constantFrom('a', 'ab', 'abc', 'a县', '，a', 'aab', ' '),
        (source, piece) => {
          fc.pre(isProvedLinear(parsePattern(source)));
          const pattern = new RegExp(source, 'gmu');
          // Quadratic work on so long a text would not end within the time a test has.
          const text = piece.repeat(200_000);
          expect(text.replace(pattern, '').length).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('matching', () => {
  it('gives offsets in UTF-16 code units and what the groups caught', () => {
    for (const source of ['由(?<谁>县(?:(委)|政府))', '由(?<谁>县(?:(委)|政府)+)']) {
      const pattern = compilePattern(source);
      expect([pattern.groups, [...pattern.names]]).toEqual([2, [['谁', 1]]]);
      expect(pattern.matches('𠮷由县政府，由县委')).toEqual([
        { start: 2, end: 6, groups: ['由县政府', '县政府', ''] },
        { start: 7, end: 10, groups: ['由县委', '县委', '委'] },
      ]);
    }
    expect(needsEngine('由(?<谁>县(?:(委)|政府)+)')).toBe(true);
  });

  it.each([
    '(a+)+$',
    '(a|aa)+$',
    '(a|a?)+b',
    '([a-z]+)*[0-9]',
    '(.*a){12}b',
    '(?:a?){40}a{40}b',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
  ])('stays linear for %s', (source) => {
    expect(needsEngine(source)).toBe(true);
    const pattern = compilePattern(source);
    const hostile = (length: number) => `${'a'.repeat(length)}!`;
    // More than linear work on so long a text would not end within the time a test has.
    expect(pattern.test(hostile(200_000))).toBe(pattern.test(hostile(1000)));
    expect(pattern.matches(hostile(200_000)).length).toBe(pattern.matches(hostile(1000)).length);
  });

  it('ends in time where every search looks ahead to the end of a very long text', () => {
    const pattern = compilePattern('a.*z|a');
    expect(pattern.matches('a'.repeat(400_000))).toHaveLength(51);
  });

  it('finds the same whether it runs natively or in the engine', () => {
    fc.assert(
      fc.property(
        patternSource,
        fc.array(fc.constantFrom(...'ab县局，。 \n1𠮷'), { maxLength: 24 }),
        (source, characters) => {
          const text = characters.join('');
          const parts = parsePattern(source);
          const native = Array.from(text.matchAll(new RegExp(source, 'gmu')), (match) => [
            match.index,
            match[0],
          ]);
          // Where a match is empty, JavaScript and RE2 go on in ways of their own; such patterns are refused.
          fc.pre(native.every(([, words]) => words !== ''));
          const found: unknown[] = [];
          const matcher = RE2JS.compile(re2Source(parts), RE2JS.MULTILINE).matcher(text);
          while (matcher.find()) found.push([matcher.start(), matcher.group()]);
          fc.pre(found.every((one) => Array.isArray(one) && one[1] !== ''));
          expect(found).toEqual(native);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('looks only at texts that hold what every match holds', () => {
    expect(requiredLiteral(parsePattern('第[0-9]{1,3}项工作(?:的)?'))).toBe('项工作');
    expect(requiredLiteral(parsePattern('(?:开展|组织)'))).toBe('');
    expect(requiredLiteral(parsePattern('(?:会同)+县'))).toBe('会同');
    expect(
      compilePattern('第[0-9]{1,3}项')
        .matches('见第12项、第3项')
        .map(({ start, end }) => [start, end]),
    ).toEqual([
      [1, 5],
      [6, 9],
    ]);
  });
});

/** Sources of small patterns, without anything that is refused. */
const patternSource: fc.Arbitrary<string> = fc.letrec<{ node: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        'a',
        'b',
        '县',
        '，',
        '.',
        '[ab]',
        '[^a]',
        '\\s',
        '\\d',
        '\\w',
        '𠮷',
        '[县-局]',
        '\\p{L}',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('^', '$', '\\b', '\\B') },
    { weight: 2, arbitrary: tie('node').map((node) => `(?:${node})`) },
    { weight: 1, arbitrary: tie('node').map((node) => `(${node})`) },
  ),
  node: fc.oneof(
    { maxDepth: 3 },
    tie('atom'),
    fc
      .tuple(tie('atom'), fc.constantFrom('', '?', '*', '+', '{2}', '{1,3}', '*?', '+?', '??', '{0,2}'))
      // What fits nothing at all is repeated by the engine alone: see `counted` in linear.ts.
      .map(([atom, times]) => (isNullable(parsePattern(atom).root) ? atom : `${atom}${times}`)),
    fc.tuple(tie('node'), tie('node')).map(([one, other]) => `${one}${other}`),
    fc.tuple(tie('node'), tie('node')).map(([one, other]) => `${one}|${other}`),
  ),
})).node;

describe('a pattern that was proved when the tool was built', () => {
  it('runs as one that is proved now, and what cannot be proved is never trusted', () => {
    const source = '(?<unit>[县市])(?:公安|民政)局';
    const known = provedPattern(source);
    expect(known).toEqual({ source, groups: 1, names: [['unit', 1]], literal: '局' });
    trustPatterns(known ? [known] : []);
    const { matches, names, groups } = compilePattern(source);
    expect(matches('报县民政局和市公安局')).toEqual([
      { start: 1, end: 5, groups: ['县民政局', '县'] },
      { start: 6, end: 10, groups: ['市公安局', '市'] },
    ]);
    expect([[...names], groups]).toEqual([[['unit', 1]], 1]);
    expect(provedPattern('(a+)+$')).toBeNull();
  });
});
