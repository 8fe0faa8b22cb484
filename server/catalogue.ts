import biomedicine from '@packs/chains/biomedicine.json'
import cncMachineTools from '@packs/chains/cnc-machine-tools.json'
import fineChemicals from '@packs/chains/fine-chemicals.json'
import chainIndicators from '@packs/indicators/chain.json'
import clusterIndicators from '@packs/indicators/cluster.json'
import countyEconomy from '@packs/indicators/county-economy.json'
import energyCarbon from '@packs/indicators/energy-carbon.json'
import funding from '@packs/indicators/funding.json'
import innovation from '@packs/indicators/innovation.json'
import smart from '@packs/indicators/smart.json'
import talent from '@packs/indicators/talent.json'
import industrialRobots from '@packs/chains/industrial-robots.json'
import magnesite from '@packs/chains/magnesite.json'
import chongqing from '@packs/chongqing/profile.json'
import gbt4754 from '@packs/industry/gbt4754-2017.json'
import jilin from '@packs/jilin/profile.json'
import liaoning from '@packs/liaoning/profile.json'
import divisions from '@packs/regions/divisions.json'
import functionalAreas from '@packs/regions/functional-areas.json'
import lineage from '@packs/regions/lineage.json'
import shandong from '@packs/shandong/profile.json'
import type { ChainPack } from '@domain/chain/pack'
import { createCatalogue, type ThemeFile } from '@domain/indicator/catalogue'
import { createIndustryBook, type IndustryData } from '@domain/industry/industryBook'
import { createRegionBook } from '@domain/region/regionBook'
import type { FunctionalArea } from '@domain/region/regionData'
import type { Profile } from './profile'

/*
 * The data that ships with the product. The JSON is checked by the pack tests, so its literal types (a weight of 1, 2
 * or 3, a stage id) are asserted here once instead of being parsed at every start.
 */

export const PROFILES = [liaoning, chongqing, shandong, jilin] as Profile[]

export const BUILT_IN_PACKS = [cncMachineTools, fineChemicals, magnesite, biomedicine, industrialRobots] as ChainPack[]

export const THEME_FILES = [
  countyEconomy,
  energyCarbon,
  clusterIndicators,
  innovation,
  talent,
  smart,
  funding,
  chainIndicators,
] as ThemeFile[]

/** 指标目录. */
export const INDICATORS = createCatalogue(THEME_FILES)

export const FUNCTIONAL_AREAS = functionalAreas.areas as FunctionalArea[]

export const regionBook = () => createRegionBook({ divisions, lineage })

export const industryBook = () => createIndustryBook(gbt4754 as IndustryData)
