import type { Check } from '../checks/check.ts';
import { nearest } from '../grammar/nearest.ts';
import type { Localized } from '../model/format.ts';
import type { Rule } from '../model/rule.ts';
import type { ProblemDetails } from './configError.ts';
import { placeholdersOf } from './placeholders.ts';
import { texts } from './problemTexts.ts';
import type { RuleFile } from './ruleFile.ts';
import type { DataPath } from './yamlFile.ts';

/** A fault of a message with its path in the rule file. */
export interface MessageFault {
  readonly path: DataPath;
  readonly details: ProblemDetails;
}

/**
 * What is wrong with the messages of a rule: variants that its check never asks for, placeholders that the check
 * cannot fill, and placeholders that one language has and the other lost.
 */
export function messageFaults(check: Check, rule: Rule, file: RuleFile): readonly MessageFault[] {
  const faults: MessageFault[] = [];
  for (const [variant, message] of Object.entries(file.messages ?? {})) {
    const path = ['messages', variant];
    const known = Object.hasOwn(check.variants, variant) ? check.variants[variant] : undefined;
    if (known) faults.push(...placeholderFaults(path, message, known));
    else {
      const allowed = Object.keys(check.variants).filter((name) => name !== 'default');
      const message = texts.unknownVariant(check.kind, variant);
      const suggestion = nearest(variant, allowed)?.word;
      faults.push({ path, details: { code: 'unknown-variant', message, allowed, suggestion } });
    }
  }
  if (file.message)
    faults.push(...placeholderFaults(['message'], file.message, defaultPlaceholders(check, rule)));
  return faults;
}

/**
 * What `message` may hold: the values of the default finding and of each variant without a message of its own.
 * Which variants a rule meets depends on its options, so a value that one of them has is good enough.
 */
function defaultPlaceholders(check: Check, rule: Rule): readonly string[] {
  const open = Object.entries(check.variants).filter(
    ([variant]) => variant === 'default' || !rule.messages[variant],
  );
  return [
    ...new Set((open.length > 0 ? open : Object.entries(check.variants)).flatMap(([, names]) => names)),
  ];
}

function placeholderFaults(
  path: DataPath,
  message: Localized,
  known: readonly string[],
): readonly MessageFault[] {
  const languages = ['zh', 'en'] as const;
  const names = { zh: placeholdersOf(message.zh), en: placeholdersOf(message.en) };
  return languages.flatMap((language) => {
    const other = language === 'zh' ? 'en' : 'zh';
    return [
      ...names[language]
        .filter((name) => !known.includes(name))
        .map((name) => ({
          path: [...path, language],
          details: {
            code: 'placeholder' as const,
            message: texts.unknownPlaceholder(name),
            allowed: known.map((placeholder) => `{${placeholder}}`),
            suggestion: braces(nearest(name, known)?.word),
          },
        })),
      ...names[language]
        .filter((name) => known.includes(name) && !names[other].includes(name))
        .map((name) => ({
          path: [...path, other],
          details: { code: 'placeholder' as const, message: texts.lostPlaceholder(name, language) },
        })),
    ];
  });
}

function braces(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `{${name}}`;
}
