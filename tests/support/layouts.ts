/** The door of `tests/support/layouts/`: documents as plain data, written in the layouts counties use. */
export * from './layouts/markdown.ts';
export * from './layouts/pdfText.ts';
export * from './layouts/plain.ts';
export * from './layouts/random.ts';
