import { isAbsolute, relative, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Annotation, chooseAnnotations } from '../../src/action/annotations.ts';
import { markLine } from '../../src/action/markLine.ts';
import { slashed } from '../../src/cli/inputs/paths.ts';
import { SEVERITIES } from '../../src/model/rule.ts';
import { hostileReport } from '../reports/hostileReport.ts';
import { commandsOf } from './step.ts';

const limit = fc.integer({ min: 0, max: 10 });
const limits = fc.record({ error: limit, warning: limit, info: limit });

/** What standard output got. */
function printed(work: () => void): string {
  let text = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    work();
  } finally {
    write.mockRestore();
  }
  return text;
}

const countOf = (annotations: readonly Annotation[], level: string): number =>
  annotations.filter((annotation) => annotation.level === level).length;

describe('annotations of any report', () => {
  it('are as many as there is room for, the most serious first, and the others are counted', () => {
    fc.assert(
      fc.property(hostileReport, limits, (report, most) => {
        const { annotations, more } = chooseAnnotations(report, most, 'zh');
        const failed = report.files.filter(({ error }) => error !== null).length;
        const findings = report.files.flatMap((file) => file.findings);
        for (const level of SEVERITIES) {
          const all =
            findings.filter(({ severity }) => severity === level).length + (level === 'error' ? failed : 0);
          expect(countOf(annotations, level)).toBe(Math.min(all, most[level]));
        }
        expect(annotations.length + more).toBe(findings.length + failed);
        const order = annotations.map(({ level }) => ['error', 'warning', 'info'].indexOf(level));
        expect(order).toEqual([...order].sort());
      }),
    );
  });

  it('show no second finding of a file before the first of each', () => {
    fc.assert(
      fc.property(hostileReport, fc.constantFrom(...SEVERITIES), (report, level) => {
        const none = { error: 0, warning: 0, info: 0 };
        const files = report.files.map((file, i) => ({ ...file, path: `${i}.md`, error: null }));
        const { annotations } = chooseAnnotations({ ...report, files }, { ...none, [level]: 10 }, 'en');
        const turns = annotations.map(
          ({ path }, i) => annotations.slice(0, i).filter((one) => one.path === path).length,
        );
        expect(turns).toEqual([...turns].sort((a, b) => a - b));
      }),
    );
  });

  it('reach the runner as they are, and as nothing else', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const { annotations } = chooseAnnotations(report, { error: 10, warning: 10, info: 10 }, 'zh');
        const log = printed(() => {
          for (const annotation of annotations) markLine(annotation, process.cwd());
        });
        const commands = commandsOf(log);
        expect(commands).toHaveLength(annotations.length);
        for (const [i, { level, path, title, message, place }] of annotations.entries()) {
          const command = commands[i];
          const file = relative(process.cwd(), resolve(path));
          expect(command?.name).toBe(level === 'info' ? 'notice' : level);
          expect(command?.message).toBe(message);
          expect(command?.properties.title ?? '').toBe(title);
          if (!isAbsolute(file)) expect(command?.properties.file ?? '').toBe(slashed(file));
          expect(command?.properties.line).toBe(place && String(place.startLine));
        }
      }),
    );
  });
});
