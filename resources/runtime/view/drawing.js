// What each operation does, put together from its families.

import { animationOperations } from './animation.js'
import { attributeOperations } from './attributes.js'
import { drivingOperations } from './driving.js'
import { fontOperations } from './fonts.js'
import { questionOperations } from './questions.js'
import { soundOperations } from './sounds.js'
import { stageOperations } from './stage.js'
import { treeOperations } from './tree.js'

/**
 * @param {import('./nodes.js').Nodes} nodes
 * @param {import('./stage.js').Stage} stage
 * @param {import('./frames.js').Send} send
 * @returns {import('./applier.js').Operations}
 */
export function makeOperations(nodes, stage, send) {
  return {
    ...stageOperations(stage),
    ...treeOperations(nodes, stage),
    ...attributeOperations(nodes, stage),
    ...questionOperations(nodes, stage, send),
    ...animationOperations(nodes, send),
    ...fontOperations(stage, send),
    ...soundOperations(send),
    ...drivingOperations(nodes, stage, send),
  }
}
