import { BaseSequencer, type TestSpecification } from "vitest/node"

// A clone that has never run the tests knows of no file how long it takes: those that take long are named here, so that
// no core waits at the end for one that began last.
const long = [
  /journeys\/pages\./,
  /journeys\/rooms\./,
  /journeys\/road\./,
  /journeys\/people\./,
  /journeys\/takamatsu\./,
  /journeys\/refusals\./,
  /access\/osaka\./,
  /access\/takamatsu\./,
  /seed\.test/,
  /embedded\.test/,
  /takamatsu-file\.test/,
]

const rank = ({ moduleId }: TestSpecification): number => {
  const found = long.findIndex((pattern) => pattern.test(moduleId))
  return found === -1 ? long.length : found
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => rank(one) - rank(other))
  }
}
