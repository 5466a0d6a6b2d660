import { REPORT_FORMATS } from '../reports/formats.ts';
import type { Language } from '../reports/words.ts';
import type { Command } from './commandLine.ts';

/** The words of one `--help`. */
export interface HelpPage {
  readonly what: string;
  readonly usage: string;
  readonly sections: readonly HelpSection[];
  /** Sections below the common options. */
  readonly after: readonly HelpSection[];
  /** Paragraphs at the end. */
  readonly notes: readonly string[];
}

interface HelpSection {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}

/** Options that every command has. */
export const COMMON: Readonly<
  Record<Language, { readonly usage: string; readonly title: string; readonly rows: HelpSection['rows'] }>
> = {
  zh: {
    usage: '用法：',
    title: '通用选项：',
    rows: [
      ['--lang zh|en', '语言，默认中文；也可以设环境变量 QINGDAN_LANG'],
      ['-h, --help', '显示帮助'],
      ['-V, --version', '显示版本'],
      ['--debug', '工具自身出错时显示内部细节'],
    ],
  },
  en: {
    usage: 'Usage: ',
    title: 'Common options:',
    rows: [
      ['--lang zh|en', 'Language, Chinese by default; also set by the environment variable QINGDAN_LANG'],
      ['-h, --help', 'Show help'],
      ['-V, --version', 'Show the version'],
      ['--debug', 'Show the inner details when the tool itself fails'],
    ],
  },
};

const zh: Readonly<Record<Command | 'tool', HelpPage>> = {
  tool: {
    what: 'qingdan 检查乡镇（街道）履职事项清单的草稿：事项、序号、类别、部门和数量是否齐全、一致。',
    usage: 'qingdan <命令> [选项]',
    sections: [
      {
        title: '命令：',
        rows: [
          ['check 路径…', '检查清单；路径可以是文件、文件夹、通配符，或 -（标准输入）'],
          ['merge 报告…', '把几份 JSON 报告合成一份'],
          ['inspect 文件', '输出读到的内容（JSON）：每张清单、每个事项、每一格'],
          ['rules list', '列出全部规则'],
          ['rules explain 规则 [文件]', '说明一条规则：查什么、为什么、怎样设置，在某份文件上是否起作用'],
          ['rules test [文件夹]', '运行规则的例子和 *.test.yaml 用例'],
          ['init', '在当前文件夹写一份带注释的 qingdan.config.yaml'],
          ['init --from 样本', '从一份清单学得本县的格式'],
        ],
      },
    ],
    after: [],
    notes: ['每个命令的选项：qingdan check --help', '例：qingdan check 清单/ --county bachu'],
  },
  check: {
    what: '检查清单，报告问题在哪张清单、第几项、哪一栏。',
    usage: 'qingdan check 路径… [选项]',
    sections: [
      {
        title: '路径：',
        rows: [
          ['文件', '直接检查，不论扩展名'],
          ['文件夹', '检查其中的 .md、.markdown、.txt、.csv；跳过 .gitignore 和配置 ignore 列出的内容'],
          ['通配符', '例如 "清单/**/*.md"'],
          ['-', '标准输入'],
        ],
      },
      {
        title: '选项：',
        rows: [
          ['--county 格式', '按这个县的格式读；不写则自动识别'],
          ['-c, --config 文件', '配置文件；不写则从当前文件夹向上找 qingdan.config.yaml'],
          [
            '-f, --format 格式',
            `输出格式，默认 text；写成 格式=文件 则写到文件；可以写多次。有 ${REPORT_FORMATS.join('、')}`,
          ],
          ['-o, --output 文件', '把报告写到文件'],
          ['-q, --quiet', '报告只列错误，警告和提示只计数；json 始终完整'],
          ['--fail-on 级别', '从哪一级起退出码为 1：error（默认）、warning、info、never'],
          ['--max-warnings 数', '警告多于这个数时，退出码为 1'],
          ['--baseline 文件', '基线：其中的已知问题只计数，不影响退出码'],
          ['--changed-since 版本', '只算 git 的这个版本之后的改动带来的问题'],
          ['--update-baseline', '把现在的问题写进基线（默认 qingdan.baseline.json）'],
          ['--color, --no-color', '用或不用颜色；不写则看终端，以及 NO_COLOR、FORCE_COLOR'],
          ['--no-ignore', '不理会 .gitignore 和配置里的 ignore'],
          ['--stdin-filename 名', '标准输入的文件名，用于报告和按路径的设置'],
          ['--cache[=文件夹]', '跳过没有变化的文件；默认记在 .qingdan-cache，规则、选项或工具变了即作废'],
          ['-j, --jobs 数', '用几个线程检查；默认 auto，文件多时按处理器数量'],
          ['--shard i/n', '只检查 n 份中的第 i 份，按大小均分；各份的 JSON 报告用 qingdan merge 合并'],
          ['--fix', '把可以放心改的直接改在文件里，再检查一遍；标准输入则输出改好的内容'],
          ['--fix-suggestions 规则', '这些规则（用逗号隔开）的第一条建议也照改，并包含 --fix'],
          ['--fix-dry-run', '只显示会怎样改（unified diff），不写入'],
          ['--watch', '一直运行，文件、配置或规则有改动就重新检查；按 Ctrl+C 结束'],
          ['--timing', '显示每条规则用的时间'],
          ['--unused', '显示规则和格式里一次也没有匹配到的内容'],
        ],
      },
    ],
    after: [
      {
        title: '退出码：',
        rows: [
          ['0', '没有错误'],
          ['1', '有错误（或达到 --fail-on 的问题），或者警告超过 --max-warnings'],
          ['2', '用法或配置有误，或者有文件读不了、其中没有清单（其他文件照常检查）'],
          ['3', '工具自身出错'],
        ],
      },
    ],
    notes: ['几种情况同时出现时，退出码取大的。'],
  },
  merge: {
    what: '把几次检查的 JSON 报告合成一份，像一次检查那样输出和判定。--shard 的各份必须齐全。',
    usage: 'qingdan merge 报告… [选项]',
    sections: [
      {
        title: '路径：',
        rows: [
          ['文件', 'qingdan check --format json=文件 写的报告'],
          ['文件夹', '其中的 .json，包括下级文件夹'],
          ['通配符', '例如 "报告/*.json"'],
        ],
      },
      {
        title: '选项：',
        rows: [
          ['-f, --format 格式', '输出格式，同 qingdan check'],
          ['-o, --output 文件', '把报告写到文件'],
          ['-q, --quiet', '报告只列错误，警告和提示只计数；json 始终完整'],
          ['--fail-on 级别', '从哪一级起退出码为 1：error（默认）、warning、info、never'],
          ['--max-warnings 数', '警告多于这个数时，退出码为 1'],
          ['--baseline 文件', '基线：其中的已知问题只计数；各份检查时用没用都可以'],
          ['--update-baseline', '把全部问题写进基线（默认 qingdan.baseline.json）'],
          ['--color, --no-color', '用或不用颜色'],
        ],
      },
    ],
    after: [],
    notes: ['退出码同 qingdan check。报告读不了、缺了一份或重复时为 2，什么也不写。'],
  },
  inspect: {
    what: '以 JSON 输出从一份文件里读到的内容：清单、事项、各栏、写明的数量及其位置。',
    usage: 'qingdan inspect 文件 [选项]',
    sections: [
      {
        title: '选项：',
        rows: [
          ['--county 格式', '按这个县的格式读；不写则自动识别'],
          ['-c, --config 文件', '配置文件；不写则从当前文件夹向上找 qingdan.config.yaml'],
          ['-o, --output 文件', '写到文件'],
          ['--stdin-filename 名', '标准输入（-）的文件名'],
        ],
      },
    ],
    after: [],
    notes: ['文件读不了，或者其中没有清单时，退出码为 2。'],
  },
  rules: {
    what: '列出规则，说明一条规则，或者运行规则的测试。级别和选项以找到的配置为准。',
    usage: 'qingdan rules list | qingdan rules explain 规则 [文件] | qingdan rules test [文件夹]',
    sections: [
      {
        title: '选项：',
        rows: [
          ['-f, --format 格式', 'text（默认）或 json'],
          ['-c, --config 文件', '配置文件；不写则从当前文件夹向上找 qingdan.config.yaml'],
          ['--update', '用 rules test：把现在的结果写进 *.test.yaml（保留注释），请核对改动'],
          ['--color, --no-color', '用或不用颜色'],
        ],
      },
    ],
    after: [],
    notes: ['rules test 有失败时，退出码为 1；配置、规则或用例写得不对时为 2。'],
  },
  init: {
    what: '在当前文件夹写一份带注释的 qingdan.config.yaml；或者从一份清单学得本县的格式。已有的文件不会改动。',
    usage: 'qingdan init | qingdan init --from 样本 [选项]',
    sections: [
      {
        title: '选项：',
        rows: [
          ['--from 样本', '从这份清单学习格式，写成带注释的 YAML；拿不准的地方另外列出'],
          ['--county 名称', '格式的名称（小写字母、数字、连字符）；不写则叫 county'],
          ['-o, --output 文件', '写到文件；不写则输出到屏幕'],
          ['--stdin-filename 名', '样本为标准输入（-）时的文件名'],
        ],
      },
    ],
    after: [],
    notes: ['样本读不了，或者其中没有清单时，退出码为 2。'],
  },
};

const en: Readonly<Record<Command | 'tool', HelpPage>> = {
  tool: {
    what: 'qingdan checks drafts of Chinese township duty lists: whether items, numbers, categories, departments and counts are complete and agree.',
    usage: 'qingdan <command> [options]',
    sections: [
      {
        title: 'Commands:',
        rows: [
          ['check PATH…', 'Check lists; a path is a file, a folder, a glob or - (standard input)'],
          ['merge REPORT…', 'Join JSON reports into one'],
          ['inspect FILE', 'Print what was read as JSON: every list, item and cell'],
          ['rules list', 'List all rules'],
          [
            'rules explain RULE [FILE]',
            'Explain a rule: what it checks, why, its options, its effect on a file',
          ],
          ['rules test [DIR]', 'Run the examples of the rules and the cases of *.test.yaml files'],
          ['init', 'Write a commented qingdan.config.yaml into this folder'],
          ['init --from SAMPLE', 'Learn the format of a county from one of its lists'],
        ],
      },
    ],
    after: [],
    notes: ['The options of a command: qingdan check --help', 'Example: qingdan check lists/ --county bachu'],
  },
  check: {
    what: 'Check lists and report each problem by list, item and column.',
    usage: 'qingdan check PATH… [options]',
    sections: [
      {
        title: 'Paths:',
        rows: [
          ['file', 'Checked whatever its extension'],
          [
            'folder',
            'Its .md, .markdown, .txt and .csv files, without those that .gitignore or ignore in the config name',
          ],
          ['glob', 'For example "lists/**/*.md"'],
          ['-', 'Standard input'],
        ],
      },
      {
        title: 'Options:',
        rows: [
          ['--county ID', 'Read by the format of this county; detected when left out'],
          ['-c, --config FILE', 'Config file; else qingdan.config.yaml is searched from this folder upward'],
          [
            '-f, --format FORMAT',
            `The output format, text by default; FORMAT=FILE writes to a file; may be given several times. One of ${REPORT_FORMATS.join(', ')}`,
          ],
          ['-o, --output FILE', 'Write the report to a file'],
          ['-q, --quiet', 'Reports list errors only and count the rest; json is always whole'],
          ['--fail-on LEVEL', 'Exit with 1 from this level on: error (default), warning, info, never'],
          ['--max-warnings N', 'Exit with 1 when there are more warnings'],
          ['--baseline FILE', 'Known findings: those in the file are counted and fail nothing'],
          ['--changed-since REF', 'Only what the change since this git ref brought in fails'],
          ['--update-baseline', 'Write the findings to the baseline (default qingdan.baseline.json)'],
          ['--color, --no-color', 'Colours on or off; else by the terminal, NO_COLOR and FORCE_COLOR'],
          ['--no-ignore', 'Pay no heed to .gitignore and to ignore in the config'],
          ['--stdin-filename NAME', 'Name of standard input, for the report and for settings by path'],
          [
            '--cache[=FOLDER]',
            'Skip unchanged files, remembered in .qingdan-cache; void once rules, options or the tool change',
          ],
          [
            '-j, --jobs N',
            'Threads to check with; auto by default: one a processor where there are many files',
          ],
          ['--shard i/n', 'Check part i of n of about equal size; qingdan merge joins the JSON reports'],
          [
            '--fix',
            'Write what can safely be fixed into the files and check them again; standard input comes out fixed',
          ],
          [
            '--fix-suggestions RULES',
            'Apply the first suggestion of these rules (with commas between) too; includes --fix',
          ],
          ['--fix-dry-run', 'Show the fixes as a unified diff and write nothing'],
          ['--watch', 'Keep running and check what changes in files, config and rules; Ctrl+C ends it'],
          ['--timing', 'Show how long each rule took'],
          ['--unused', 'Show what of the rules and formats never matched'],
        ],
      },
    ],
    after: [
      {
        title: 'Exit codes:',
        rows: [
          ['0', 'No errors found'],
          ['1', 'Errors (or findings at --fail-on), or more warnings than --max-warnings'],
          [
            '2',
            'Wrong usage or config, or a file that cannot be read or holds no list (the others are checked)',
          ],
          ['3', 'The tool itself failed'],
        ],
      },
    ],
    notes: ['Where several apply, the highest is used.'],
  },
  merge: {
    what: 'Join the JSON reports of several runs into one, written and judged as if one run had made it. All parts of a --shard run must be there.',
    usage: 'qingdan merge REPORT… [options]',
    sections: [
      {
        title: 'Paths:',
        rows: [
          ['file', 'A report that qingdan check --format json=FILE wrote'],
          ['folder', 'The .json files in it and below'],
          ['glob', 'For example "reports/*.json"'],
        ],
      },
      {
        title: 'Options:',
        rows: [
          ['-f, --format FORMAT', 'The output format, as for qingdan check'],
          ['-o, --output FILE', 'Write the report to a file'],
          ['-q, --quiet', 'Reports list errors only and count the rest; json is always whole'],
          ['--fail-on LEVEL', 'Exit with 1 from this level on: error (default), warning, info, never'],
          ['--max-warnings N', 'Exit with 1 when there are more warnings'],
          ['--baseline FILE', 'Known findings, counted and failing nothing, whether or not parts used it'],
          ['--update-baseline', 'Write all findings to the baseline (default qingdan.baseline.json)'],
          ['--color, --no-color', 'Colours on or off'],
        ],
      },
    ],
    after: [],
    notes: [
      'Exit codes as for qingdan check. With 2 and nothing written when a report cannot be read, is missing or given twice.',
    ],
  },
  inspect: {
    what: 'Print what was read from a file as JSON: lists, items, columns, stated counts and their places.',
    usage: 'qingdan inspect FILE [options]',
    sections: [
      {
        title: 'Options:',
        rows: [
          ['--county ID', 'Read by the format of this county; detected when left out'],
          ['-c, --config FILE', 'Config file; else qingdan.config.yaml is searched from this folder upward'],
          ['-o, --output FILE', 'Write to a file'],
          ['--stdin-filename NAME', 'Name of standard input (-)'],
        ],
      },
    ],
    after: [],
    notes: ['Exits with 2 when the file cannot be read or holds no list.'],
  },
  rules: {
    what: 'List the rules, explain one, or test them. Severities and options are those of the config that is found.',
    usage: 'qingdan rules list | qingdan rules explain RULE [FILE] | qingdan rules test [DIR]',
    sections: [
      {
        title: 'Options:',
        rows: [
          ['-f, --format FORMAT', 'text (default) or json'],
          ['-c, --config FILE', 'Config file; else qingdan.config.yaml is searched from this folder upward'],
          [
            '--update',
            'With rules test: write what is found into *.test.yaml, comments kept; look it through',
          ],
          ['--color, --no-color', 'Colours on or off'],
        ],
      },
    ],
    after: [],
    notes: [
      'rules test exits with 1 when anything fails, with 2 when a config, rule or case is not well formed.',
    ],
  },
  init: {
    what: 'Write a commented qingdan.config.yaml into this folder, or learn the format of a county from one of its lists. A file that is there is left alone.',
    usage: 'qingdan init | qingdan init --from SAMPLE [options]',
    sections: [
      {
        title: 'Options:',
        rows: [
          ['--from SAMPLE', 'Learn a format from this list: commented YAML, and what it was unsure of'],
          ['--county ID', 'Name of the format (lower-case letters, digits, hyphens); county when left out'],
          ['-o, --output FILE', 'Write to a file; to the screen when left out'],
          ['--stdin-filename NAME', 'Name of the sample when it is standard input (-)'],
        ],
      },
    ],
    after: [],
    notes: ['Exits with 2 when the sample cannot be read or holds no list.'],
  },
};

/** The help pages by language and command. */
export const PAGES: Readonly<Record<Language, Readonly<Record<Command | 'tool', HelpPage>>>> = { zh, en };
