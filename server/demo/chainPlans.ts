/** How a chain is told in the demonstration: where it lives, what it is known for and what it lacks. */
export interface ChainPlan {
  id: string
  /** Number of enterprises on the chain. */
  enterprises: number
  leaders: number
  /** County code → share of those firms that are not spread evenly. */
  homes: Record<string, number>
  /** Nodes with many firms and one large one; the order is that of 链主. */
  anchors: readonly string[]
  /** Nodes without any enterprise: 缺, mostly the high end. */
  missing: readonly string[]
  /** Nodes that everybody knows the province for: never thin. */
  known?: readonly string[]
  /** Nodes that live elsewhere than their chain. */
  nodeHomes?: Record<string, Record<string, number>>
  trade: Trade
}

/** Scale of the business: smallest usual revenue (万元), revenue per employee (万元), energy per revenue (吨标准煤 per 万元). */
export interface Trade {
  leastRevenue: number
  perEmployee: number
  energyPerRevenue: number
}

const BEARING_TOWN = { '210281': 30, '210214': 3, '210213': 2 }

export const SERVICE_TRADE: Trade = { leastRevenue: 120, perEmployee: 40, energyPerRevenue: 0.02 }
export const EVERYDAY_TRADE: Trade = { leastRevenue: 90, perEmployee: 35, energyPerRevenue: 0.03 }

/** Known strongholds of Liaoning: 沈阳/大连 machine tools, 浑南 robots, 大石桥—海城 magnesite, 盘锦—辽阳—抚顺 chemicals, 本溪 pharmacy. */
export const CHAIN_PLANS: readonly ChainPlan[] = [
  {
    id: 'cnc-machine-tools',
    enterprises: 1560,
    leaders: 8,
    trade: { leastRevenue: 450, perEmployee: 78, energyPerRevenue: 0.05 },
    homes: {
      '210106': 16,
      '210112': 8,
      '210111': 5,
      '210114': 5,
      '210113': 4,
      '210104': 3,
      '210213': 14,
      '210211': 6,
      '210214': 4,
      '210281': 8,
      '210283': 2,
      '210303': 2,
      '210411': 2,
      '210603': 2,
      '210682': 2,
      '210711': 2,
      '211011': 1,
      '211282': 1,
      '211302': 1,
    },
    anchors: [
      'cnc-lathe',
      'vmc',
      'five-axis',
      'bearing',
      'general-machine',
      'gantry-mill',
      'mining-machine',
      'auto-parts',
      'pump-valve',
      'iron-casting',
      'machine-parts',
      'hmc',
    ],
    missing: [
      'cnc-high',
      'motion-control',
      'direct-drive',
      'grating',
      'encoder',
      'swivel-head',
      'superhard-tool',
      'ultra-precision',
      'linear-guide',
      'mill-turn',
      'phone-frame',
      'probe',
      'additive',
    ],
    known: ['reducer', 'gear', 'press', 'hydraulic', 'forging', 'aero-engine', 'offshore', 'wind-power'],
    nodeHomes: { bearing: BEARING_TOWN, 'spindle-bearing': BEARING_TOWN, 'bearing-machine': BEARING_TOWN },
  },
  {
    id: 'industrial-robots',
    enterprises: 760,
    leaders: 5,
    trade: { leastRevenue: 450, perEmployee: 85, energyPerRevenue: 0.03 },
    homes: {
      '210112': 24,
      '210106': 8,
      '210113': 4,
      '210111': 2,
      '210213': 10,
      '210211': 5,
      '210281': 1,
      '210303': 2,
      '210411': 1,
      '210804': 1,
    },
    anchors: ['articulated', 'welding-robot', 'agv', 'palletizer', 'weld-line', 'logistics-system', 'robot-controller'],
    missing: [
      'encoder',
      'harmonic-reducer',
      'motion-chip',
      'force-sensor',
      'humanoid',
      'torque-motor',
      'offline-programming',
      'industrial-camera',
    ],
    known: ['auto-parts', 'vehicle', 'metalworking', 'casting-forging', 'machine-vision'],
    nodeHomes: { 'precision-bearing': BEARING_TOWN },
  },
  {
    id: 'fine-chemicals',
    enterprises: 1220,
    leaders: 6,
    trade: { leastRevenue: 700, perEmployee: 190, energyPerRevenue: 0.5 },
    homes: {
      '211102': 6,
      '211103': 8,
      '211104': 7,
      '211122': 6,
      '211004': 11,
      '211003': 2,
      '210403': 8,
      '210404': 4,
      '210213': 8,
      '210281': 9,
      '210211': 3,
      '211403': 6,
      '211402': 5,
      '210921': 4,
      '210804': 3,
      '210711': 2,
    },
    anchors: [
      'olefin',
      'surfactant',
      'chem-cat',
      'pesticide-tc',
      'coating',
      'heterocycle',
      'polyolefin',
      'refining',
      'dye',
      'general-aux',
    ],
    missing: [
      'photoresist',
      'e-gas',
      'wet-chem',
      'fluoro-int',
      'fluorosilicone',
      'membrane',
      'chip-panel',
      'info-chem',
      'battery-chem',
      'forest-chem',
      'leather-chem',
    ],
    known: ['aromatics', 'eo-po', 'adhesive', 'pesticide-fm', 'refinery-cat', 'oil-gas', 'tyre'],
    nodeHomes: { refining: { '211103': 8, '210404': 6, '211402': 5, '210213': 5 } },
  },
  {
    id: 'magnesite',
    enterprises: 920,
    leaders: 6,
    trade: { leastRevenue: 500, perEmployee: 85, energyPerRevenue: 1.1 },
    homes: {
      '210882': 28,
      '210381': 20,
      '210323': 10,
      '210682': 6,
      '210881': 3,
      '210624': 3,
      '210804': 3,
      '210811': 2,
      '211021': 3,
      '210304': 1,
    },
    anchors: [
      'magnesia-carbon',
      'fused',
      'dead-burned',
      'light-burned',
      'magnesite-mining',
      'refractory',
      'magnesia-brick',
      'functional',
      'high-purity',
    ],
    missing: [
      'silicon-steel-mgo',
      'electric-mgo',
      'large-crystal',
      'carbon-capture',
      'mg-profile',
      'fine-magnesia',
      'silicon-steel',
      'mg-pharma',
      'electronics',
    ],
    known: ['steelmaking', 'special-steel', 'calciner', 'shaft-kiln', 'boron-chem'],
    nodeHomes: {
      steelmaking: { '210303': 8, '210304': 6, '210502': 6, '210804': 5, '211302': 3, '211381': 2 },
      'boron-ore': { '210682': 6, '210624': 6 },
      'boron-chem': { '210682': 5, '210624': 4, '210882': 3 },
    },
  },
  {
    id: 'biomedicine',
    enterprises: 1140,
    leaders: 6,
    trade: { leastRevenue: 400, perEmployee: 75, energyPerRevenue: 0.08 },
    homes: {
      '210503': 12,
      '210504': 8,
      '210521': 6,
      '210112': 14,
      '210106': 6,
      '210113': 4,
      '210213': 11,
      '210211': 5,
      '210522': 4,
      '210422': 3,
      '210423': 3,
      '211223': 4,
      '210603': 3,
      '210703': 2,
      '211302': 1,
    },
    anchors: [
      'ct',
      'tcm-patent',
      'injection',
      'drug-general',
      'api-special',
      'tablet',
      'ivd-reagent',
      'vaccine',
      'xray',
    ],
    missing: [
      'plasma',
      'culture-medium',
      'separation',
      'antibody',
      'cell-gene',
      'intervention',
      'blood-product',
      'cdmo',
      'lab-animal',
      'formula-granule',
      'vet-biologic',
    ],
    known: ['herb-planting', 'decoction-piece', 'mri', 'surgical', 'dental', 'health-food'],
    nodeHomes: {
      'herb-planting': { '210522': 8, '210422': 8, '210423': 8, '210521': 6, '210624': 4 },
      'animal-herb': { '211223': 12, '210522': 3 },
    },
  },
]
