/**
 * Closed classes of the written language that the grammar leans on. What differs from county to county
 * (prefixes, names, endings) stands in the formats instead.
 */

function words(list: string): readonly string[] {
  return list.split(' ');
}

/** Characters that no department name holds: function words and pronouns. */
export const NOT_IN_NAMES: ReadonlySet<string> = new Set(
  '的并由将把被让使从至其该各本未已等你我他它们这那只仅须应当',
);
/** 应 begins 应急: the one name word that holds a function word. */
export const NAME_WORDS: readonly string[] = words('应急 应对 供应 对应 各族 本草 自由 并网');

/** Words that carry a duty; a stretch that holds one is a sentence and no name. */
export const DUTY_WORDS: readonly string[] = words(
  '负责 牵头 会同 配合 开展 做好 推荐 推送 提供 协助 落实 制定 督促 参加 参与 上报 报送 进行 按照 根据 通过 及时 依职责 依法依规 组织实施 贯彻 承担 召开 举办 定期 每年 收到 接到 报经 属于 需要 可以 联合县 联合镇 向镇 向乡 对镇 对乡 工作领域 以上 以下',
);

/** Characters that begin a duty and never a name, and the words behind them that are names all the same. */
export const DUTY_STARTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    对: words('对外 对口 对台'),
    向: words('向阳'),
    在: [],
    与: [],
    和: words('和田 和静 和硕 和平 和林 和龙 和顺 和县 和布 和政'),
    及: [],
    为: [],
    以: [],
    按: [],
    经: words('经济 经信 经管 经开 经营 经合 经贸'),
    报: words('报社 报业'),
    做: [],
    给: [],
    到: [],
    同: words('同心 同江 同仁 同德'),
    请: [],
    不: words('不动产'),
  }),
);

/** Bodies of the township or village itself; they are nobody's superior department. */
export const LOCAL_LEADS: readonly string[] = words(
  '镇人 镇党 镇政 镇综 镇级 乡人 乡党 乡政 乡镇 街道 社区 村民委 村委 居民委 居委 苏木',
);

/** Leads of bodies that are not the county's own: they take no prefix from the name before. */
export const NATIONAL_LEADS: readonly string[] = words('国家 中国 国网 中华 共青团 南方电网');

/** A national body, and a place that may follow it, at the end of a stretch: the name that goes on behind is the body's branch (国家税务总局昭苏县税务局). */
export const NATIONAL_BODY =
  /(?:国网(?:[^，；。：、和及与由向对]{2,8}公司)?|南方电网(?:公司)?|国家[^，；。：、和及与由向对]{2,10}局|中国[^，；。：、和及与由向对]{2,12}(?:公司|集团|银行|局))([\u3400-\u9fff]{0,6})$/u;

/** Endings of a branch: the name of the place or of the upper body stands before them. */
export const BRANCH_SUFFIXES: readonly string[] = words(
  '分局 支行 分行 分公司 支公司 分中心 营业部 分会 管理部 营业所 分院 分理处',
);

/** Endings that make an unknown stretch a department beyond doubt; other endings need a prefix before the name. */
export const STRONG_SUFFIXES: readonly string[] = words(
  '局 厅 委员会 办公室 研究室 联合会 总工会 公司 银行 支行 检察院 法院 党校 海关 调查队',
);

/** Bodies named all over running text that are no department: 县人民政府 in a duty is nobody's task. */
export const BARE_GOVERNMENT: ReadonlySet<string> = new Set(words('人民政府 政府'));

/** Characters that stand before a place's unit in no county's name. */
export const NOT_IN_PLACES: ReadonlySet<string> = new Set(
  '为局委办部的由对与及按请到在被负责配协助组指导联系并或等其各该本向将从至报送经',
);

/** Words of duties; a stretch with one of these is no place, though 县 may follow it. */
export const NOT_IN_PLACE_WORDS: ReadonlySet<string> = new Set(
  words(
    '会同 联合 配合 协助 协调 提请 报请 征求 通知 指导 督促 组织 统筹 移交 转交 推送 提交 上报 报告 反馈 接受 对接 委托 申请 建议 邀请 依托 根据 按照 通过 提供 参加 参与 定期 每年 统一 及时 依法 收到 接到 报经 经过 涉及 属于 需要 可以 召开 举办 工作 管理 服务 建设 活动 保障 治理 处罚 整治 处置 发放 调查 取证 宣传 检查 监管 申报 登记 核查 培训 统计 保护 救助 推荐 开展 做好 落实 审核 审批 考核 监督 受理 扑救 防治 防控 发展 振兴 健康 安全 教育 经济 社会 环境 生态 城乡 民政 财政 卫生 公司 银行 中心',
  ),
);

/** What follows 人大, 政协 and their like when the whole is a person or a body of theirs, not the department. */
export const COMPOUND_TAILS: readonly string[] = words(
  '代表 委员 主席 常委 换届 机关 会议 系统 部门 党组 网站 人员 干部 工作人员',
);

/** Joins two names. Longest first. */
export const CONNECTIVES: readonly string[] = words('以及 和 及 与');

/** Ends of the phrase that leaves a list of names open: 等部门, 等其他负有…职责的部门. */
export const OPEN_ENDS: readonly string[] = words('部门 单位 机构');

/** Endings of a label before names: 牵头单位：, 责任部门：. */
export const LABEL_ENDS: readonly string[] = words('单位 部门 牵头 配合 责任 主责 参与 协助');

/** What may stand before the departments that act: 由县林草局…. */
export const HANDED: readonly string[] = words('由 并由 再由');

/** What turns the stem of a short list (公安、住建等部门) into the name of a department. */
export const STEM_ENDS: readonly string[] = words('局 委 部 办 委员会');

/** Counted things: a number before one of these is a quantity, no clause number. */
export const MEASURE_WORDS: ReadonlySet<string> = new Set(
  '个年月日天名人次万亿千百%％项类条小件公米元级家户份所周岁种张时号吨亩点分秒倍套台辆平度',
);

/** Words after a heading of departments that say no more than that duties follow. */
export const HEADING_TAILS: readonly string[] = words('主要职责 工作职责 职责 主要负责 负责 职责分工');

/** Endings of words that name a list. */
export const LIST_ENDS: readonly string[] = words('事项 清单');

/** Words that lead to what is counted and are no part of its name. */
export const COUNT_LEADS: readonly string[] = words(
  '主要包括 主要包含 主要涉及 具体包括 具体为 分别为 分别是 梳理形成 共有 共计 合计 总计 包括 包含 涉及 涵盖 囊括 分为 其中 形成 梳理 列入 以及',
);

/** Leads that may stand inside the name of a category (有…, 承担…): they lead to the name of a list only. */
export const LIST_LEADS: readonly string[] = words('承担 编制 确定 共 含 即 为 有');
