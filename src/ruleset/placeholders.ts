/** The names in curly brackets of a template, each once, in order. */
export function placeholdersOf(template: string): readonly string[] {
  return [...new Set([...template.matchAll(/\{([^{}\s]+)\}/g)].map((match) => match[1] ?? ''))];
}
