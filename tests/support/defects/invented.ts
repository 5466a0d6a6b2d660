import type { PlainDocument, PlainItem, PlainKind } from '../layouts.ts';
import { plainDocument } from '../plainDocuments.ts';

/** Matters that nobody could take for one another, so that a document made of them holds none twice. */
const MATTERS: Readonly<Record<PlainKind, readonly string[]>> = {
  basic: [
    '灌溉渠道清淤',
    '党员积分册填写',
    '独居老人探访',
    '古桥日常看护',
    '村级图书角借阅',
    '集镇夜市摊位编号',
    '果园虫情测报',
    '婚俗新风倡导',
    '民兵器材点验',
    '退役军人慰问',
    '晒场用电检查',
    '旧衣回收箱设置',
    '留守儿童周末课堂',
    '公厕保洁轮值',
    '广播室设备维护',
    '茶山步道修补',
    '新生儿登记提醒',
    '村规民约修订',
    '集体鱼塘发包',
    '农机停放棚管理',
    '节水灌溉示范片建设',
    '村务公开栏更新',
    '零工信息发布',
    '乡贤联络',
    '河长牌维护',
    '老年食堂用餐统计',
    '人民调解卷宗归档',
    '应急物资储备室盘点',
    '低保家庭走访',
    '学生上下学路口值守',
    '养老保险待遇领取资格核对',
    '基层统计台账填报',
    '文艺汇演筹办',
    '乡村公路路肩除草',
    '农家书屋管理员聘用',
    '小型水闸启闭',
    '土地流转合同保管',
    '妇女儿童维权站接待',
    '森林防火宣传车出勤',
    '便民大厅窗口排班',
  ],
  coordinating: [
    '地下水取水井封填',
    '渡口船舶检验',
    '危险路段护栏安装',
    '大中专毕业生见习基地认定',
    '疫苗冷链运输监测',
    '古树名木挂牌',
    '高层楼宇二次供水抽检',
    '野生菌中毒防控',
    '非法采砂打击',
    '义务教育学位统筹',
    '校车运营许可',
    '养殖尾水监测',
    '药店远程审方',
    '电梯困人救援',
    '强制隔离戒毒衔接',
    '文物古墓群看护',
    '流动人口居住证核发',
    '山洪监测站点运行',
    '耕地占补平衡',
    '餐饮油烟净化器抽查',
    '无障碍设施改造',
    '伤残等级评定',
    '律师驻村咨询',
    '重大气象灾害预警发布',
    '历史遗留矿山修复',
    '城镇燃气管道占压清理',
    '宗教活动场所房屋鉴定',
    '粮食收购市场秩序整顿',
    '新业态从业者参保',
    '输电线路走廊树障清除',
    '青少年近视防控筛查',
    '预付卡消费纠纷处置',
  ],
  withdrawn: [
    '对擅自占用公园绿地的处罚',
    '民宿消防合格意见出具',
    '河道疏浚工程招标',
    '对倾倒建筑垃圾的查处',
    '幼儿园办园水平评估',
    '犬类免疫证核发',
    '医疗广告审查',
    '对无照烧烤摊贩的罚款',
    '职业病危害项目申报受理',
    '农药经营许可初审',
    '户外招牌安全检测',
    '对违规燃放孔明灯的处罚',
    '公路超限车辆卸载',
    '苗木产地检疫',
    '社会团体年度检查',
    '对破坏测绘标志的处罚',
    '食品小作坊登记证发放',
    '网吧营业时间监察',
    '房屋租赁价格监测',
    '对拒不支付劳动报酬的立案',
    '桥梁荷载试验',
    '企业招商任务考核',
    '噪声污染投诉裁定',
    '生猪定点屠宰抽检',
  ],
};

const SIZE = {
  basic: MATTERS.basic.length,
  coordinating: MATTERS.coordinating.length,
  withdrawn: MATTERS.withdrawn.length,
};

/**
 * An invented document in which every matter stands once and every department has one written form, so that nothing
 * of it is a defect. Equal seeds give equal documents.
 */
export function inventedDocument(seed: number): PlainDocument {
  const document = plainDocument(seed, SIZE);
  const county = /^[一-龥]{2}县/.exec(document.title)?.[0] ?? '县';
  const words = (text: string) => text.replaceAll(county, '县');
  const item = (kind: PlainKind, plain: PlainItem, index: number): PlainItem => {
    const { number, category, departments, superiorDuties, townshipDuties, handover } = plain;
    const name = MATTERS[kind][index] ?? plain.name;
    return {
      number,
      category,
      name,
      ...(departments === undefined ? {} : { departments: words(departments) }),
      ...(superiorDuties === undefined ? {} : { superiorDuties: words(superiorDuties) }),
      ...(townshipDuties === undefined ? {} : { townshipDuties }),
      ...(handover === undefined ? {} : { handover: words(handover).replaceAll(plain.name, name) }),
    };
  };
  return {
    ...document,
    lists: document.lists.map((list) => ({
      ...list,
      items: list.items.map((plain, index) => item(list.kind, plain, index)),
    })),
  };
}
