import type { FindingData } from '../model/finding.ts';

/** Values for the placeholders of a message. */
export type TemplateData = Readonly<Record<string, string | number>>;

/** The data of a finding in one language. */
export function dataIn(data: FindingData, language: 'zh' | 'en'): TemplateData {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value]),
  );
}

/** A message asks for a value that its check does not give: a fault of the rule, never of the document. */
export class MissingPlaceholderError extends Error {
  override readonly name = 'MissingPlaceholderError';
  readonly placeholder: string;
  constructor(placeholder: string, template: string) {
    super(`no value for {${placeholder}} in the message “${template}”`);
    this.placeholder = placeholder;
  }
}

/**
 * Fills `{name}` from `data`.
 * @throws MissingPlaceholderError when a value is missing and `otherwise` is not given
 */
export function fillTemplate(
  template: string,
  data: TemplateData,
  otherwise?: (placeholder: string) => string,
): string {
  return template.replace(/\{([^{}\s]+)\}/g, (_, name: string) => {
    const value = data[name];
    if (value !== undefined) return String(value);
    if (otherwise) return otherwise(name);
    throw new MissingPlaceholderError(name, template);
  });
}
