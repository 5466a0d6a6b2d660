/** The door of `tests/support/defects/`: defects to put into sound documents, and how well the tool finds them. */
export * from './defects/defect.ts';
export * from './defects/kinds.ts';
export * from './defects/samples.ts';
export * from './defects/scoring.ts';
