import { isCheckThread, serveChecks } from '../cli/scale/thread.ts';
import { runStep } from './step.ts';

if (isCheckThread()) await serveChecks();
else process.exitCode = await runStep();
