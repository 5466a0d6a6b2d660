import fc from 'fast-check';

/**
 * Property tests draw the same samples in every run, so that a red run is about the change that made it red.
 * `QINGDAN_FUZZ=1` draws new ones; what those find becomes a test of its own.
 */
const fuzz = process.env.QINGDAN_FUZZ;
if (fuzz === undefined || fuzz === '') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20250707 });
