/** What XML 1.0 cannot hold, not even as a character reference (§2.2). */
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

type Attributes = Readonly<Record<string, string | number | null>>;

/** A whole XML file of the pieces of its root element. */
export function xmlDocument(root: readonly string[]): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...root].map((piece) => `${piece}\n`).join('');
}

/**
 * An element as pieces that stand on lines of their own, its children two spaces deeper. Attributes that are null are
 * left out.
 */
export function xmlElement(
  name: string,
  attributes: Attributes,
  children: readonly string[] = [],
): readonly string[] {
  const start = `<${name}${attributeText(attributes)}`;
  if (children.length === 0) return [`${start}/>`];
  return [`${start}>`, ...children.map((child) => `  ${child}`), `</${name}>`];
}

/** An element that holds text and nothing else: one piece, however many lines the text has. */
export function xmlTextElement(name: string, attributes: Attributes, text: string): string {
  return `<${name}${attributeText(attributes)}>${xmlText(text)}</${name}>`;
}

/** Text between tags. A parser would make LF of a CR that stands for itself (§2.11); what XML cannot hold is written as its code. */
function xmlText(text: string): string {
  return legal(text).replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character);
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${attributeValue(String(value))}"`))
    .join('');
}

/** White space in an attribute becomes a space when it is read (§3.3.3), unless it is a reference. */
function attributeValue(text: string): string {
  return legal(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

function legal(text: string): string {
  return text.replace(ILLEGAL, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
