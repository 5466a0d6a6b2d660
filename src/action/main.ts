import { isCheckThread, serveChecks } from '../cli/thread.ts';
import { runStep } from './step.ts';

if (isCheckThread()) await serveChecks();
else process.exitCode = await runStep();
