import type { Summary } from '../../model/report.ts';
import type { Language } from '../../reports/words.ts';

/** What `--watch` says between reports. */
export interface FollowWords {
  /** Behind each report. `time` is the clock, `checked` how many files were checked again, `all` sums up all files. */
  verdict(time: string, checked: number, all: Summary): string;
  gone(path: string): string;
  readonly settingsChanged: string;
  readonly waitingForConfig: string;
  /** The system cannot tell of changes. */
  polling(reason: string, seconds: number): string;
  readonly ended: string;
}

const zh: FollowWords = {
  verdict: (time, checked, { files, errors, warnings, infos, failed }) =>
    `[${time}] 检查了 ${checked} 个文件。全部 ${files} 个文件：${errors} 个错误，${warnings} 个警告，${infos} 个提示${failed > 0 ? `，${failed} 个文件无法检查` : ''}。等待改动，按 Ctrl+C 结束。`,
  gone: (path) => `${path} 已经不在，不再检查。`,
  settingsChanged: '配置、规则或格式有改动，全部重新检查。',
  waitingForConfig: '改好配置并保存后会自动继续；按 Ctrl+C 结束。',
  polling: (reason, seconds) => `系统不能通知文件改动（${reason}），改为每 ${seconds} 秒查看一次。`,
  ended: '已结束。',
};

const en: FollowWords = {
  verdict: (time, checked, { files, errors, warnings, infos, failed }) =>
    `[${time}] ${checked} checked. All ${files} files: ${errors} errors, ${warnings} warnings, ${infos} infos${failed > 0 ? `, ${failed} not checked` : ''}. Waiting for changes; Ctrl+C ends it.`,
  gone: (path) => `${path} is gone and no longer checked`,
  settingsChanged: 'config, rules or formats changed: checking everything again',
  waitingForConfig: 'This goes on when the config is mended and saved; Ctrl+C ends it.',
  polling: (reason, seconds) =>
    `The system cannot tell of changes (${reason}); looking every ${seconds} seconds instead.`,
  ended: 'ended',
};

/** The sentences in a language. */
export const FOLLOW_WORDS: Readonly<Record<Language, FollowWords>> = { zh, en };
