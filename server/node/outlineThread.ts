import { parentPort, workerData } from 'node:worker_threads'
import { makeOutlines, type OutlineOrder } from '../boundaries/makeOutlines'
import { regionBook } from '../catalogue'

/** Runs in a worker thread: makes the outlines of one province. */

parentPort?.postMessage(makeOutlines(workerData as OutlineOrder, regionBook()))
