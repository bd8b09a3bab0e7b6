/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query CliEndpointsNamed($namespace: String, $name: String!) {\n    endpoints(namespace: $namespace, name: $name, first: 20) {\n      edges {\n        node {\n          namespace\n          name\n        }\n      }\n    }\n  }\n": typeof types.CliEndpointsNamedDocument,
    "\n  fragment NodeLine on LineageNode {\n    key\n    kind\n    label\n    namespace\n    isStub\n  }\n": typeof types.NodeLineFragmentDoc,
    "\n  query CliNamed($name: String!) {\n    named(name: $name) {\n      ...NodeLine\n    }\n  }\n": typeof types.CliNamedDocument,
    "\n  fragment ComparisonFields on LineageComparison {\n    data {\n      change\n      role\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      dataset {\n        name\n      }\n    }\n    models {\n      change\n      role\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      model {\n        name\n      }\n    }\n    code {\n      same\n      left {\n        sha\n        dirty\n      }\n      right {\n        sha\n        dirty\n      }\n      compareUrl\n    }\n    packages {\n      change\n      name\n      left\n      right\n    }\n    parameters {\n      change\n      name\n      left\n      right\n    }\n    metrics {\n      change\n      name\n      left\n      right\n      difference\n    }\n    notCompared\n  }\n": typeof types.ComparisonFieldsFragmentDoc,
    "\n  query CliModelComparison($left: ModelVersionRefInput!, $right: ModelVersionRefInput!) {\n    comparison: modelComparison(left: $left, right: $right) {\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      ...ComparisonFields\n    }\n  }\n": typeof types.CliModelComparisonDocument,
    "\n  query CliRunComparison($left: RunRefInput!, $right: RunRefInput!) {\n    comparison: runComparison(left: $left, right: $right) {\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      ...ComparisonFields\n    }\n  }\n": typeof types.CliRunComparisonDocument,
    "\n  query CliServingComparison($endpoint: EndpointRefInput!, $left: DateTime!, $right: DateTime!) {\n    servingComparison(endpoint: $endpoint, left: $left, right: $right) {\n      endpoint {\n        namespace\n        name\n      }\n      leftAt\n      rightAt\n      left {\n        trafficPercent\n        modelVersion {\n          key\n          label\n        }\n      }\n      right {\n        trafficPercent\n        modelVersion {\n          key\n          label\n        }\n      }\n      comparison {\n        left {\n          key\n          label\n        }\n        right {\n          key\n          label\n        }\n        ...ComparisonFields\n      }\n    }\n  }\n": typeof types.CliServingComparisonDocument,
    "\n  query CliDeletionCandidates($namespace: String, $recordedBefore: DateTime, $first: Int!, $after: String) {\n    deletionCandidates(namespace: $namespace, recordedBefore: $recordedBefore, first: $first, after: $after) {\n      totalCount\n      totalBytes\n      edges {\n        node {\n          ...NodeLine\n          sizeBytes\n          recordedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.CliDeletionCandidatesDocument,
    "\n  fragment DeletionPlanFields on DeletionPlan {\n    targets {\n      ...NodeLine\n      tombstone {\n        at\n        by\n        reason\n      }\n      ... on DatasetSnapshot {\n        sizeBytes\n      }\n      ... on ModelVersion {\n        artifactSizeBytes\n      }\n    }\n    verdict\n    blockerCount\n    blockers(limit: $limit) {\n      ...AffectedNodeFields\n    }\n    impact {\n      counts {\n        severity\n        kind\n        count\n      }\n      ...BlindSpotFields\n      completeness {\n        ...CompletenessFields\n      }\n    }\n    aliases {\n      name\n      version {\n        ...NodeLine\n      }\n    }\n    copies {\n      ...NodeLine\n    }\n    duplicates {\n      ...NodeLine\n    }\n    impactToken\n  }\n": typeof types.DeletionPlanFieldsFragmentDoc,
    "\n  query CliDeletionPlan($of: [NodeRefInput!]!, $limit: Int!) {\n    deletionPlan(of: $of) {\n      ...DeletionPlanFields\n    }\n  }\n": typeof types.CliDeletionPlanDocument,
    "\n  query CliPlanCopies($of: [NodeRefInput!]!) {\n    deletionPlan(of: $of) {\n      copies {\n        ...NodeLine\n        impact {\n          productionDeployments {\n            modelVersion {\n              key\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.CliPlanCopiesDocument,
    "\n  query CliReproducibilityLost($of: [NodeRefInput!]!, $limit: Int!) {\n    deletionPlan(of: $of) {\n      reproducibilityLostCount\n      reproducibilityLost(limit: $limit) {\n        ...NodeLine\n      }\n    }\n  }\n": typeof types.CliReproducibilityLostDocument,
    "\n  mutation CliTombstone($input: TombstoneInput!, $limit: Int!) {\n    tombstone(input: $input) {\n      status\n      tombstoned {\n        ...NodeLine\n      }\n      plan {\n        ...DeletionPlanFields\n      }\n    }\n  }\n": typeof types.CliTombstoneDocument,
    "\n  mutation CliRestore($input: RestoreInput!) {\n    restore(input: $input) {\n      ...NodeLine\n    }\n  }\n": typeof types.CliRestoreDocument,
    "\n  mutation CliEndDeployment($input: EndDeploymentInput!) {\n    endDeployment(input: $input) {\n      key\n      label\n      validTo\n    }\n  }\n": typeof types.CliEndDeploymentDocument,
    "\n  fragment DeploymentPage on DeploymentConnection {\n    totalCount\n    edges {\n      node {\n        key\n        isStub\n        validFrom\n        validTo\n        state\n        trafficPercent\n        by\n        modelVersion {\n          label\n        }\n        endpoint {\n          namespace\n          name\n        }\n        stage\n        release {\n          key\n        }\n      }\n    }\n  }\n": typeof types.DeploymentPageFragmentDoc,
    "\n  query CliHistory($namespace: String!, $name: String!, $first: Int!) {\n    endpoint(namespace: $namespace, name: $name) {\n      history(first: $first) {\n        ...DeploymentPage\n      }\n    }\n  }\n": typeof types.CliHistoryDocument,
    "\n  query CliOutside($namespace: String, $stage: DeploymentStage, $first: Int!) {\n    deployments(namespace: $namespace, stage: $stage, serving: true, backedByRelease: false, first: $first) {\n      ...DeploymentPage\n    }\n  }\n": typeof types.CliOutsideDocument,
    "\n  fragment EndpointFields on Endpoint {\n    namespace\n    name\n    stage\n    serving {\n      trafficPercent\n      modelVersion {\n        label\n      }\n    }\n    policy {\n      requiredApprovals\n      requirePinnedEnvironment\n      requireCleanCommit\n      requireReproducible\n      forbidRecalledUpstream\n      forbidTombstonedUpstream\n      metrics {\n        name\n        comparison\n        value\n      }\n      noWorseThanServing {\n        name\n        higherIsBetter\n        tolerance\n      }\n    }\n  }\n": typeof types.EndpointFieldsFragmentDoc,
    "\n  mutation CliDefineEndpoint($input: DefineEndpointInput!) {\n    defineEndpoint(input: $input) {\n      ...EndpointFields\n    }\n  }\n": typeof types.CliDefineEndpointDocument,
    "\n  query CliEndpoints($namespace: String, $stage: DeploymentStage, $first: Int!) {\n    endpoints(namespace: $namespace, stage: $stage, first: $first) {\n      totalCount\n      edges {\n        node {\n          ...EndpointFields\n        }\n      }\n    }\n  }\n": typeof types.CliEndpointsDocument,
    "\n  fragment CompletenessFields on Completeness {\n    status\n    reason\n    reasons\n    reachedCount\n    undecidedCount\n    undecided(limit: 5) {\n      ...NodeLine\n    }\n  }\n": typeof types.CompletenessFieldsFragmentDoc,
    "\n  fragment BlindSpotFields on Impact {\n    blindSpotCount\n    blindSpots(limit: 5) {\n      ...NodeLine\n    }\n  }\n": typeof types.BlindSpotFieldsFragmentDoc,
    "\n  fragment AffectedNodeFields on AffectedNode {\n    severity\n    depth\n    reason\n    node {\n      ...NodeLine\n    }\n  }\n": typeof types.AffectedNodeFieldsFragmentDoc,
    "\n  query CliImpact(\n    $of: NodeRefInput!\n    $asOf: DateTime\n    $minSeverity: ImpactSeverity\n    $kinds: [LineageKind!]\n    $first: Int!\n    $after: String\n  ) {\n    impact(of: [$of], asOf: $asOf) {\n      severity\n      counts {\n        severity\n        kind\n        count\n      }\n      ...BlindSpotFields\n      affected(minSeverity: $minSeverity, kinds: $kinds, first: $first, after: $after) {\n        totalCount\n        edges {\n          node {\n            ...AffectedNodeFields\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      completeness {\n        ...CompletenessFields\n      }\n    }\n  }\n": typeof types.CliImpactDocument,
    "\n  query CliProbe {\n    __typename\n  }\n": typeof types.CliProbeDocument,
    "\n  query CliAuditLog($target: String, $by: String, $action: String, $since: DateTime, $until: DateTime, $first: Int!) {\n    auditLog(target: $target, by: $by, action: $action, since: $since, until: $until, first: $first) {\n      totalCount\n      edges {\n        node {\n          sequence\n          at\n          by\n          action\n          targets\n          detail\n          hash\n        }\n      }\n    }\n  }\n": typeof types.CliAuditLogDocument,
    "\n  query CliLedger($last: Int!, $before: String, $withCount: Boolean!) {\n    auditLog(last: $last, before: $before) {\n      totalCount @include(if: $withCount)\n      pageInfo {\n        hasPreviousPage\n        startCursor\n      }\n      edges {\n        node {\n          sequence\n          at\n          by\n          action\n          targets\n          detail\n          previousHash\n          hash\n        }\n      }\n    }\n  }\n": typeof types.CliLedgerDocument,
    "\n  query CliLineage(\n    $key: String!\n    $direction: LineageDirection!\n    $maxDepth: Int\n    $kinds: [LineageKind!]\n    $asOf: DateTime\n    $limit: Int!\n    $withEdges: Boolean!\n  ) {\n    lineage(\n      of: [{ key: $key }]\n      direction: $direction\n      maxDepth: $maxDepth\n      kinds: $kinds\n      asOf: $asOf\n      limit: $limit\n    ) {\n      nodes {\n        depth\n        node {\n          ...NodeLine\n        }\n      }\n      edges @include(if: $withEdges) {\n        upstreamKey\n        downstreamKey\n        kind\n        role\n        inferred\n      }\n      counts {\n        kind\n        count\n      }\n      totalCount\n      completeness {\n        ...CompletenessFields\n      }\n    }\n  }\n": typeof types.CliLineageDocument,
    "\n  fragment NodeDetails on LineageNode {\n    __typename\n    ...NodeLine\n    id\n    recordedAt\n    tombstone {\n      at\n      by\n      reason\n    }\n    recalls {\n      id\n      openedAt\n      reason\n    }\n    notes {\n      at\n      by\n      text\n    }\n  }\n": typeof types.NodeDetailsFragmentDoc,
    "\n  query CliShow($key: String!) {\n    lineageNode(ref: { key: $key }) {\n      ...NodeDetails\n      ... on DatasetSnapshot {\n        dataset {\n          namespace\n          name\n        }\n        version\n        digest\n        uri\n        sizeBytes\n        rowCount\n        createdAt\n        producedBy {\n          ...NodeLine\n        }\n        usedBy(first: 20) {\n          totalCount\n          edges {\n            node {\n              ...NodeLine\n            }\n          }\n        }\n      }\n      ... on CodeCommit {\n        repository\n        sha\n        dirty\n        message\n      }\n      ... on Environment {\n        digest\n        imageUri\n        pythonVersion\n        pinned\n        packages {\n          name\n          version\n          specifier\n          marker\n          url\n        }\n      }\n      ... on Run {\n        externalId\n        name\n        experiment\n        status\n        startedAt\n        endedAt\n        by\n        parameters {\n          name\n          value\n        }\n        metrics {\n          name\n          text\n          step\n          dataset {\n            ...NodeLine\n          }\n        }\n        inputs {\n          role\n          inferred\n          node {\n            ...NodeLine\n          }\n        }\n        outputs {\n          role\n          inferred\n          node {\n            ...NodeLine\n          }\n        }\n        codeCommit {\n          ...NodeLine\n        }\n        environment {\n          ...NodeLine\n        }\n      }\n      ... on ModelVersion {\n        model {\n          namespace\n          name\n        }\n        version\n        aliases\n        artifactUri\n        artifactDigest\n        producedBy {\n          ...NodeLine\n        }\n        trainingData {\n          ...NodeLine\n        }\n        deployments(first: 20) {\n          totalCount\n          edges {\n            node {\n              ...NodeLine\n            }\n          }\n        }\n      }\n      ... on Deployment {\n        endpoint {\n          namespace\n          name\n        }\n        stage\n        modelVersion {\n          ...NodeLine\n        }\n        state\n        trafficPercent\n        validFrom\n        validTo\n        by\n      }\n    }\n  }\n": typeof types.CliShowDocument,
    "\n  mutation CliAddNote($input: AddNoteInput!) {\n    addNote(input: $input) {\n      id\n    }\n  }\n": typeof types.CliAddNoteDocument,
    "\n  query CliSearch($text: String!, $kinds: [LineageKind!], $first: Int!, $after: String) {\n    search(text: $text, kinds: $kinds, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...NodeLine\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.CliSearchDocument,
    "\n  query CliRecallsReaching($key: String!) {\n    lineageNode(ref: { key: $key }) {\n      recalls {\n        id\n        reason\n      }\n    }\n  }\n": typeof types.CliRecallsReachingDocument,
    "\n  fragment RecallSummary on Recall {\n    id\n    state\n    reason\n    by\n    openedAt\n    closedAt\n    openTaskCount\n  }\n": typeof types.RecallSummaryFragmentDoc,
    "\n  fragment RecallFields on Recall {\n    ...RecallSummary\n    watchedScopes\n    targets {\n      key\n      label\n    }\n    tasks {\n      deployment {\n        id\n        key\n        label\n        stage\n        trafficPercent\n      }\n      isServing\n      resolvedAt\n      resolvedBy\n      resolution\n    }\n  }\n": typeof types.RecallFieldsFragmentDoc,
    "\n  query CliRecall($id: ID!) {\n    recall(id: $id) {\n      ...RecallFields\n    }\n  }\n": typeof types.CliRecallDocument,
    "\n  query CliRecalls($state: RecallState, $first: Int!) {\n    recalls(state: $state, first: $first) {\n      totalCount\n      edges {\n        node {\n          ...RecallSummary\n        }\n      }\n    }\n  }\n": typeof types.CliRecallsDocument,
    "\n  query CliOpenTasks {\n    recalls(state: OPEN, first: 200) {\n      edges {\n        node {\n          tasks {\n            deployment {\n              key\n              label\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.CliOpenTasksDocument,
    "\n  mutation CliOpenRecall($input: OpenRecallInput!) {\n    openRecall(input: $input) {\n      ...RecallFields\n    }\n  }\n": typeof types.CliOpenRecallDocument,
    "\n  mutation CliResolveRecallTask($input: ResolveRecallTaskInput!) {\n    resolveRecallTask(input: $input) {\n      ...RecallFields\n    }\n  }\n": typeof types.CliResolveRecallTaskDocument,
    "\n  mutation CliCloseRecall($recall: ID!) {\n    closeRecall(recall: $recall) {\n      ...RecallFields\n    }\n  }\n": typeof types.CliCloseRecallDocument,
    "\n  fragment RecordedContent on LineageNode {\n    __typename\n    key\n    ... on DatasetSnapshot {\n      digest\n      uri\n    }\n    ... on ModelVersion {\n      artifactDigest\n      artifactUri\n    }\n  }\n": typeof types.RecordedContentFragmentDoc,
    "\n  query CliVerify($key: String!) {\n    lineageNode(ref: { key: $key }) {\n      ...RecordedContent\n      ... on ModelVersion {\n        producedBy {\n          inputs {\n            role\n            node {\n              ...RecordedContent\n            }\n          }\n        }\n      }\n      ... on Run {\n        inputs {\n          role\n          node {\n            ...RecordedContent\n          }\n        }\n        outputs {\n          role\n          node {\n            ...RecordedContent\n          }\n        }\n      }\n    }\n  }\n": typeof types.CliVerifyDocument,
    "\n  fragment ReleaseFields on Release {\n    id\n    key\n    state\n    trafficPercent\n    note\n    proposedBy\n    proposedAt\n    closedAt\n    closedBy\n    closeReason\n    override\n    checks {\n      check\n      outcome\n      message\n    }\n    approvals {\n      by\n      at\n      approved\n      note\n    }\n    modelVersion {\n      key\n      label\n    }\n    endpoint {\n      namespace\n      name\n    }\n    deployment {\n      key\n    }\n  }\n": typeof types.ReleaseFieldsFragmentDoc,
    "\n  query CliRelease($id: ID!) {\n    release(id: $id) {\n      ...ReleaseFields\n    }\n  }\n": typeof types.CliReleaseDocument,
    "\n  query CliReleases($endpoint: EndpointRefInput, $states: [ReleaseState!], $first: Int!) {\n    releases(endpoint: $endpoint, states: $states, first: $first) {\n      totalCount\n      edges {\n        node {\n          ...ReleaseFields\n        }\n      }\n    }\n  }\n": typeof types.CliReleasesDocument,
    "\n  mutation CliPropose($input: ProposeReleaseInput!) {\n    proposeRelease(input: $input) {\n      ...ReleaseFields\n    }\n  }\n": typeof types.CliProposeDocument,
    "\n  mutation CliReview($input: ReviewReleaseInput!) {\n    reviewRelease(input: $input) {\n      ...ReleaseFields\n    }\n  }\n": typeof types.CliReviewDocument,
    "\n  mutation CliWithdraw($input: WithdrawReleaseInput!) {\n    withdrawRelease(input: $input) {\n      ...ReleaseFields\n    }\n  }\n": typeof types.CliWithdrawDocument,
    "\n  mutation CliDeploy($input: DeployReleaseInput!) {\n    deployRelease(input: $input) {\n      status\n      release {\n        ...ReleaseFields\n      }\n    }\n  }\n": typeof types.CliDeployDocument,
    "\n  query CliReproduction($key: String!, $asOf: DateTime) {\n    reproduction(of: { key: $key }, asOf: $asOf) {\n      of {\n        ...NodeLine\n      }\n      verdict\n      findings {\n        code\n        message\n        node {\n          ...NodeLine\n        }\n      }\n      script\n    }\n  }\n": typeof types.CliReproductionDocument,
    "\n  mutation CliRetract($input: RetractInput!) {\n    retract(input: $input) {\n      sequence\n      at\n      targets\n    }\n  }\n": typeof types.CliRetractDocument,
    "\n  mutation CliSameDataset($input: DeclareSameDatasetInput!) {\n    declareSameDataset(input: $input) {\n      key\n    }\n  }\n": typeof types.CliSameDatasetDocument,
    "\n  fragment RollbackDeployment on Deployment {\n    id\n    key\n    label\n    validFrom\n    validTo\n    trafficPercent\n  }\n": typeof types.RollbackDeploymentFragmentDoc,
    "\n  fragment RollbackPlanFields on RollbackPlan {\n    endpoint {\n      namespace\n      name\n    }\n    serving {\n      ...RollbackDeployment\n    }\n    target {\n      deployment {\n        key\n      }\n      modelVersion {\n        label\n      }\n    }\n    candidates {\n      eligible\n      reasons\n      deployment {\n        ...RollbackDeployment\n      }\n      modelVersion {\n        key\n        label\n      }\n    }\n  }\n": typeof types.RollbackPlanFieldsFragmentDoc,
    "\n  query CliRollbackPlan($endpoint: EndpointRefInput!) {\n    rollbackPlan(endpoint: $endpoint) {\n      ...RollbackPlanFields\n    }\n  }\n": typeof types.CliRollbackPlanDocument,
    "\n  mutation CliRollback($input: RollbackInput!) {\n    rollback(input: $input) {\n      status\n      message\n      deployment {\n        key\n      }\n      plan {\n        ...RollbackPlanFields\n      }\n    }\n  }\n": typeof types.CliRollbackDocument,
    "\n  query CliRuns($filter: RunFilterInput!, $orderBy: RunOrderInput!, $first: Int!, $after: String) {\n    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          key\n          label\n          isStub\n          name\n          externalId\n          experiment\n          status\n          startedAt\n          endedAt\n          by\n          parameters {\n            name\n            value\n          }\n          metrics {\n            name\n            value\n            text\n            step\n            at\n            dataset {\n              key\n            }\n          }\n          codeCommit {\n            key\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.CliRunsDocument,
    "\n  query CliServed($endpoint: EndpointRefInput!, $at: DateTime!, $knownAt: DateTime, $decisionKey: String) {\n    servedAt(endpoint: $endpoint, at: $at, knownAt: $knownAt, decisionKey: $decisionKey) {\n      endpoint {\n        namespace\n        name\n        stage\n      }\n      at\n      knownAt\n      exact\n      decisionBucket\n      candidates {\n        trafficPercent\n        firstBucket\n        endBucket\n        deployment {\n          key\n          validFrom\n          validTo\n          release {\n            key\n          }\n        }\n        modelVersion {\n          key\n          label\n          trainingData {\n            key\n            label\n          }\n          producedBy {\n            key\n            externalId\n            codeCommit {\n              key\n              label\n            }\n            environment {\n              key\n              label\n            }\n            parameters {\n              name\n              value\n            }\n            metrics {\n              name\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.CliServedDocument,
};
const documents: Documents = {
    "\n  query CliEndpointsNamed($namespace: String, $name: String!) {\n    endpoints(namespace: $namespace, name: $name, first: 20) {\n      edges {\n        node {\n          namespace\n          name\n        }\n      }\n    }\n  }\n": types.CliEndpointsNamedDocument,
    "\n  fragment NodeLine on LineageNode {\n    key\n    kind\n    label\n    namespace\n    isStub\n  }\n": types.NodeLineFragmentDoc,
    "\n  query CliNamed($name: String!) {\n    named(name: $name) {\n      ...NodeLine\n    }\n  }\n": types.CliNamedDocument,
    "\n  fragment ComparisonFields on LineageComparison {\n    data {\n      change\n      role\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      dataset {\n        name\n      }\n    }\n    models {\n      change\n      role\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      model {\n        name\n      }\n    }\n    code {\n      same\n      left {\n        sha\n        dirty\n      }\n      right {\n        sha\n        dirty\n      }\n      compareUrl\n    }\n    packages {\n      change\n      name\n      left\n      right\n    }\n    parameters {\n      change\n      name\n      left\n      right\n    }\n    metrics {\n      change\n      name\n      left\n      right\n      difference\n    }\n    notCompared\n  }\n": types.ComparisonFieldsFragmentDoc,
    "\n  query CliModelComparison($left: ModelVersionRefInput!, $right: ModelVersionRefInput!) {\n    comparison: modelComparison(left: $left, right: $right) {\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      ...ComparisonFields\n    }\n  }\n": types.CliModelComparisonDocument,
    "\n  query CliRunComparison($left: RunRefInput!, $right: RunRefInput!) {\n    comparison: runComparison(left: $left, right: $right) {\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      ...ComparisonFields\n    }\n  }\n": types.CliRunComparisonDocument,
    "\n  query CliServingComparison($endpoint: EndpointRefInput!, $left: DateTime!, $right: DateTime!) {\n    servingComparison(endpoint: $endpoint, left: $left, right: $right) {\n      endpoint {\n        namespace\n        name\n      }\n      leftAt\n      rightAt\n      left {\n        trafficPercent\n        modelVersion {\n          key\n          label\n        }\n      }\n      right {\n        trafficPercent\n        modelVersion {\n          key\n          label\n        }\n      }\n      comparison {\n        left {\n          key\n          label\n        }\n        right {\n          key\n          label\n        }\n        ...ComparisonFields\n      }\n    }\n  }\n": types.CliServingComparisonDocument,
    "\n  query CliDeletionCandidates($namespace: String, $recordedBefore: DateTime, $first: Int!, $after: String) {\n    deletionCandidates(namespace: $namespace, recordedBefore: $recordedBefore, first: $first, after: $after) {\n      totalCount\n      totalBytes\n      edges {\n        node {\n          ...NodeLine\n          sizeBytes\n          recordedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.CliDeletionCandidatesDocument,
    "\n  fragment DeletionPlanFields on DeletionPlan {\n    targets {\n      ...NodeLine\n      tombstone {\n        at\n        by\n        reason\n      }\n      ... on DatasetSnapshot {\n        sizeBytes\n      }\n      ... on ModelVersion {\n        artifactSizeBytes\n      }\n    }\n    verdict\n    blockerCount\n    blockers(limit: $limit) {\n      ...AffectedNodeFields\n    }\n    impact {\n      counts {\n        severity\n        kind\n        count\n      }\n      ...BlindSpotFields\n      completeness {\n        ...CompletenessFields\n      }\n    }\n    aliases {\n      name\n      version {\n        ...NodeLine\n      }\n    }\n    copies {\n      ...NodeLine\n    }\n    duplicates {\n      ...NodeLine\n    }\n    impactToken\n  }\n": types.DeletionPlanFieldsFragmentDoc,
    "\n  query CliDeletionPlan($of: [NodeRefInput!]!, $limit: Int!) {\n    deletionPlan(of: $of) {\n      ...DeletionPlanFields\n    }\n  }\n": types.CliDeletionPlanDocument,
    "\n  query CliPlanCopies($of: [NodeRefInput!]!) {\n    deletionPlan(of: $of) {\n      copies {\n        ...NodeLine\n        impact {\n          productionDeployments {\n            modelVersion {\n              key\n            }\n          }\n        }\n      }\n    }\n  }\n": types.CliPlanCopiesDocument,
    "\n  query CliReproducibilityLost($of: [NodeRefInput!]!, $limit: Int!) {\n    deletionPlan(of: $of) {\n      reproducibilityLostCount\n      reproducibilityLost(limit: $limit) {\n        ...NodeLine\n      }\n    }\n  }\n": types.CliReproducibilityLostDocument,
    "\n  mutation CliTombstone($input: TombstoneInput!, $limit: Int!) {\n    tombstone(input: $input) {\n      status\n      tombstoned {\n        ...NodeLine\n      }\n      plan {\n        ...DeletionPlanFields\n      }\n    }\n  }\n": types.CliTombstoneDocument,
    "\n  mutation CliRestore($input: RestoreInput!) {\n    restore(input: $input) {\n      ...NodeLine\n    }\n  }\n": types.CliRestoreDocument,
    "\n  mutation CliEndDeployment($input: EndDeploymentInput!) {\n    endDeployment(input: $input) {\n      key\n      label\n      validTo\n    }\n  }\n": types.CliEndDeploymentDocument,
    "\n  fragment DeploymentPage on DeploymentConnection {\n    totalCount\n    edges {\n      node {\n        key\n        isStub\n        validFrom\n        validTo\n        state\n        trafficPercent\n        by\n        modelVersion {\n          label\n        }\n        endpoint {\n          namespace\n          name\n        }\n        stage\n        release {\n          key\n        }\n      }\n    }\n  }\n": types.DeploymentPageFragmentDoc,
    "\n  query CliHistory($namespace: String!, $name: String!, $first: Int!) {\n    endpoint(namespace: $namespace, name: $name) {\n      history(first: $first) {\n        ...DeploymentPage\n      }\n    }\n  }\n": types.CliHistoryDocument,
    "\n  query CliOutside($namespace: String, $stage: DeploymentStage, $first: Int!) {\n    deployments(namespace: $namespace, stage: $stage, serving: true, backedByRelease: false, first: $first) {\n      ...DeploymentPage\n    }\n  }\n": types.CliOutsideDocument,
    "\n  fragment EndpointFields on Endpoint {\n    namespace\n    name\n    stage\n    serving {\n      trafficPercent\n      modelVersion {\n        label\n      }\n    }\n    policy {\n      requiredApprovals\n      requirePinnedEnvironment\n      requireCleanCommit\n      requireReproducible\n      forbidRecalledUpstream\n      forbidTombstonedUpstream\n      metrics {\n        name\n        comparison\n        value\n      }\n      noWorseThanServing {\n        name\n        higherIsBetter\n        tolerance\n      }\n    }\n  }\n": types.EndpointFieldsFragmentDoc,
    "\n  mutation CliDefineEndpoint($input: DefineEndpointInput!) {\n    defineEndpoint(input: $input) {\n      ...EndpointFields\n    }\n  }\n": types.CliDefineEndpointDocument,
    "\n  query CliEndpoints($namespace: String, $stage: DeploymentStage, $first: Int!) {\n    endpoints(namespace: $namespace, stage: $stage, first: $first) {\n      totalCount\n      edges {\n        node {\n          ...EndpointFields\n        }\n      }\n    }\n  }\n": types.CliEndpointsDocument,
    "\n  fragment CompletenessFields on Completeness {\n    status\n    reason\n    reasons\n    reachedCount\n    undecidedCount\n    undecided(limit: 5) {\n      ...NodeLine\n    }\n  }\n": types.CompletenessFieldsFragmentDoc,
    "\n  fragment BlindSpotFields on Impact {\n    blindSpotCount\n    blindSpots(limit: 5) {\n      ...NodeLine\n    }\n  }\n": types.BlindSpotFieldsFragmentDoc,
    "\n  fragment AffectedNodeFields on AffectedNode {\n    severity\n    depth\n    reason\n    node {\n      ...NodeLine\n    }\n  }\n": types.AffectedNodeFieldsFragmentDoc,
    "\n  query CliImpact(\n    $of: NodeRefInput!\n    $asOf: DateTime\n    $minSeverity: ImpactSeverity\n    $kinds: [LineageKind!]\n    $first: Int!\n    $after: String\n  ) {\n    impact(of: [$of], asOf: $asOf) {\n      severity\n      counts {\n        severity\n        kind\n        count\n      }\n      ...BlindSpotFields\n      affected(minSeverity: $minSeverity, kinds: $kinds, first: $first, after: $after) {\n        totalCount\n        edges {\n          node {\n            ...AffectedNodeFields\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      completeness {\n        ...CompletenessFields\n      }\n    }\n  }\n": types.CliImpactDocument,
    "\n  query CliProbe {\n    __typename\n  }\n": types.CliProbeDocument,
    "\n  query CliAuditLog($target: String, $by: String, $action: String, $since: DateTime, $until: DateTime, $first: Int!) {\n    auditLog(target: $target, by: $by, action: $action, since: $since, until: $until, first: $first) {\n      totalCount\n      edges {\n        node {\n          sequence\n          at\n          by\n          action\n          targets\n          detail\n          hash\n        }\n      }\n    }\n  }\n": types.CliAuditLogDocument,
    "\n  query CliLedger($last: Int!, $before: String, $withCount: Boolean!) {\n    auditLog(last: $last, before: $before) {\n      totalCount @include(if: $withCount)\n      pageInfo {\n        hasPreviousPage\n        startCursor\n      }\n      edges {\n        node {\n          sequence\n          at\n          by\n          action\n          targets\n          detail\n          previousHash\n          hash\n        }\n      }\n    }\n  }\n": types.CliLedgerDocument,
    "\n  query CliLineage(\n    $key: String!\n    $direction: LineageDirection!\n    $maxDepth: Int\n    $kinds: [LineageKind!]\n    $asOf: DateTime\n    $limit: Int!\n    $withEdges: Boolean!\n  ) {\n    lineage(\n      of: [{ key: $key }]\n      direction: $direction\n      maxDepth: $maxDepth\n      kinds: $kinds\n      asOf: $asOf\n      limit: $limit\n    ) {\n      nodes {\n        depth\n        node {\n          ...NodeLine\n        }\n      }\n      edges @include(if: $withEdges) {\n        upstreamKey\n        downstreamKey\n        kind\n        role\n        inferred\n      }\n      counts {\n        kind\n        count\n      }\n      totalCount\n      completeness {\n        ...CompletenessFields\n      }\n    }\n  }\n": types.CliLineageDocument,
    "\n  fragment NodeDetails on LineageNode {\n    __typename\n    ...NodeLine\n    id\n    recordedAt\n    tombstone {\n      at\n      by\n      reason\n    }\n    recalls {\n      id\n      openedAt\n      reason\n    }\n    notes {\n      at\n      by\n      text\n    }\n  }\n": types.NodeDetailsFragmentDoc,
    "\n  query CliShow($key: String!) {\n    lineageNode(ref: { key: $key }) {\n      ...NodeDetails\n      ... on DatasetSnapshot {\n        dataset {\n          namespace\n          name\n        }\n        version\n        digest\n        uri\n        sizeBytes\n        rowCount\n        createdAt\n        producedBy {\n          ...NodeLine\n        }\n        usedBy(first: 20) {\n          totalCount\n          edges {\n            node {\n              ...NodeLine\n            }\n          }\n        }\n      }\n      ... on CodeCommit {\n        repository\n        sha\n        dirty\n        message\n      }\n      ... on Environment {\n        digest\n        imageUri\n        pythonVersion\n        pinned\n        packages {\n          name\n          version\n          specifier\n          marker\n          url\n        }\n      }\n      ... on Run {\n        externalId\n        name\n        experiment\n        status\n        startedAt\n        endedAt\n        by\n        parameters {\n          name\n          value\n        }\n        metrics {\n          name\n          text\n          step\n          dataset {\n            ...NodeLine\n          }\n        }\n        inputs {\n          role\n          inferred\n          node {\n            ...NodeLine\n          }\n        }\n        outputs {\n          role\n          inferred\n          node {\n            ...NodeLine\n          }\n        }\n        codeCommit {\n          ...NodeLine\n        }\n        environment {\n          ...NodeLine\n        }\n      }\n      ... on ModelVersion {\n        model {\n          namespace\n          name\n        }\n        version\n        aliases\n        artifactUri\n        artifactDigest\n        producedBy {\n          ...NodeLine\n        }\n        trainingData {\n          ...NodeLine\n        }\n        deployments(first: 20) {\n          totalCount\n          edges {\n            node {\n              ...NodeLine\n            }\n          }\n        }\n      }\n      ... on Deployment {\n        endpoint {\n          namespace\n          name\n        }\n        stage\n        modelVersion {\n          ...NodeLine\n        }\n        state\n        trafficPercent\n        validFrom\n        validTo\n        by\n      }\n    }\n  }\n": types.CliShowDocument,
    "\n  mutation CliAddNote($input: AddNoteInput!) {\n    addNote(input: $input) {\n      id\n    }\n  }\n": types.CliAddNoteDocument,
    "\n  query CliSearch($text: String!, $kinds: [LineageKind!], $first: Int!, $after: String) {\n    search(text: $text, kinds: $kinds, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...NodeLine\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.CliSearchDocument,
    "\n  query CliRecallsReaching($key: String!) {\n    lineageNode(ref: { key: $key }) {\n      recalls {\n        id\n        reason\n      }\n    }\n  }\n": types.CliRecallsReachingDocument,
    "\n  fragment RecallSummary on Recall {\n    id\n    state\n    reason\n    by\n    openedAt\n    closedAt\n    openTaskCount\n  }\n": types.RecallSummaryFragmentDoc,
    "\n  fragment RecallFields on Recall {\n    ...RecallSummary\n    watchedScopes\n    targets {\n      key\n      label\n    }\n    tasks {\n      deployment {\n        id\n        key\n        label\n        stage\n        trafficPercent\n      }\n      isServing\n      resolvedAt\n      resolvedBy\n      resolution\n    }\n  }\n": types.RecallFieldsFragmentDoc,
    "\n  query CliRecall($id: ID!) {\n    recall(id: $id) {\n      ...RecallFields\n    }\n  }\n": types.CliRecallDocument,
    "\n  query CliRecalls($state: RecallState, $first: Int!) {\n    recalls(state: $state, first: $first) {\n      totalCount\n      edges {\n        node {\n          ...RecallSummary\n        }\n      }\n    }\n  }\n": types.CliRecallsDocument,
    "\n  query CliOpenTasks {\n    recalls(state: OPEN, first: 200) {\n      edges {\n        node {\n          tasks {\n            deployment {\n              key\n              label\n            }\n          }\n        }\n      }\n    }\n  }\n": types.CliOpenTasksDocument,
    "\n  mutation CliOpenRecall($input: OpenRecallInput!) {\n    openRecall(input: $input) {\n      ...RecallFields\n    }\n  }\n": types.CliOpenRecallDocument,
    "\n  mutation CliResolveRecallTask($input: ResolveRecallTaskInput!) {\n    resolveRecallTask(input: $input) {\n      ...RecallFields\n    }\n  }\n": types.CliResolveRecallTaskDocument,
    "\n  mutation CliCloseRecall($recall: ID!) {\n    closeRecall(recall: $recall) {\n      ...RecallFields\n    }\n  }\n": types.CliCloseRecallDocument,
    "\n  fragment RecordedContent on LineageNode {\n    __typename\n    key\n    ... on DatasetSnapshot {\n      digest\n      uri\n    }\n    ... on ModelVersion {\n      artifactDigest\n      artifactUri\n    }\n  }\n": types.RecordedContentFragmentDoc,
    "\n  query CliVerify($key: String!) {\n    lineageNode(ref: { key: $key }) {\n      ...RecordedContent\n      ... on ModelVersion {\n        producedBy {\n          inputs {\n            role\n            node {\n              ...RecordedContent\n            }\n          }\n        }\n      }\n      ... on Run {\n        inputs {\n          role\n          node {\n            ...RecordedContent\n          }\n        }\n        outputs {\n          role\n          node {\n            ...RecordedContent\n          }\n        }\n      }\n    }\n  }\n": types.CliVerifyDocument,
    "\n  fragment ReleaseFields on Release {\n    id\n    key\n    state\n    trafficPercent\n    note\n    proposedBy\n    proposedAt\n    closedAt\n    closedBy\n    closeReason\n    override\n    checks {\n      check\n      outcome\n      message\n    }\n    approvals {\n      by\n      at\n      approved\n      note\n    }\n    modelVersion {\n      key\n      label\n    }\n    endpoint {\n      namespace\n      name\n    }\n    deployment {\n      key\n    }\n  }\n": types.ReleaseFieldsFragmentDoc,
    "\n  query CliRelease($id: ID!) {\n    release(id: $id) {\n      ...ReleaseFields\n    }\n  }\n": types.CliReleaseDocument,
    "\n  query CliReleases($endpoint: EndpointRefInput, $states: [ReleaseState!], $first: Int!) {\n    releases(endpoint: $endpoint, states: $states, first: $first) {\n      totalCount\n      edges {\n        node {\n          ...ReleaseFields\n        }\n      }\n    }\n  }\n": types.CliReleasesDocument,
    "\n  mutation CliPropose($input: ProposeReleaseInput!) {\n    proposeRelease(input: $input) {\n      ...ReleaseFields\n    }\n  }\n": types.CliProposeDocument,
    "\n  mutation CliReview($input: ReviewReleaseInput!) {\n    reviewRelease(input: $input) {\n      ...ReleaseFields\n    }\n  }\n": types.CliReviewDocument,
    "\n  mutation CliWithdraw($input: WithdrawReleaseInput!) {\n    withdrawRelease(input: $input) {\n      ...ReleaseFields\n    }\n  }\n": types.CliWithdrawDocument,
    "\n  mutation CliDeploy($input: DeployReleaseInput!) {\n    deployRelease(input: $input) {\n      status\n      release {\n        ...ReleaseFields\n      }\n    }\n  }\n": types.CliDeployDocument,
    "\n  query CliReproduction($key: String!, $asOf: DateTime) {\n    reproduction(of: { key: $key }, asOf: $asOf) {\n      of {\n        ...NodeLine\n      }\n      verdict\n      findings {\n        code\n        message\n        node {\n          ...NodeLine\n        }\n      }\n      script\n    }\n  }\n": types.CliReproductionDocument,
    "\n  mutation CliRetract($input: RetractInput!) {\n    retract(input: $input) {\n      sequence\n      at\n      targets\n    }\n  }\n": types.CliRetractDocument,
    "\n  mutation CliSameDataset($input: DeclareSameDatasetInput!) {\n    declareSameDataset(input: $input) {\n      key\n    }\n  }\n": types.CliSameDatasetDocument,
    "\n  fragment RollbackDeployment on Deployment {\n    id\n    key\n    label\n    validFrom\n    validTo\n    trafficPercent\n  }\n": types.RollbackDeploymentFragmentDoc,
    "\n  fragment RollbackPlanFields on RollbackPlan {\n    endpoint {\n      namespace\n      name\n    }\n    serving {\n      ...RollbackDeployment\n    }\n    target {\n      deployment {\n        key\n      }\n      modelVersion {\n        label\n      }\n    }\n    candidates {\n      eligible\n      reasons\n      deployment {\n        ...RollbackDeployment\n      }\n      modelVersion {\n        key\n        label\n      }\n    }\n  }\n": types.RollbackPlanFieldsFragmentDoc,
    "\n  query CliRollbackPlan($endpoint: EndpointRefInput!) {\n    rollbackPlan(endpoint: $endpoint) {\n      ...RollbackPlanFields\n    }\n  }\n": types.CliRollbackPlanDocument,
    "\n  mutation CliRollback($input: RollbackInput!) {\n    rollback(input: $input) {\n      status\n      message\n      deployment {\n        key\n      }\n      plan {\n        ...RollbackPlanFields\n      }\n    }\n  }\n": types.CliRollbackDocument,
    "\n  query CliRuns($filter: RunFilterInput!, $orderBy: RunOrderInput!, $first: Int!, $after: String) {\n    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          key\n          label\n          isStub\n          name\n          externalId\n          experiment\n          status\n          startedAt\n          endedAt\n          by\n          parameters {\n            name\n            value\n          }\n          metrics {\n            name\n            value\n            text\n            step\n            at\n            dataset {\n              key\n            }\n          }\n          codeCommit {\n            key\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.CliRunsDocument,
    "\n  query CliServed($endpoint: EndpointRefInput!, $at: DateTime!, $knownAt: DateTime, $decisionKey: String) {\n    servedAt(endpoint: $endpoint, at: $at, knownAt: $knownAt, decisionKey: $decisionKey) {\n      endpoint {\n        namespace\n        name\n        stage\n      }\n      at\n      knownAt\n      exact\n      decisionBucket\n      candidates {\n        trafficPercent\n        firstBucket\n        endBucket\n        deployment {\n          key\n          validFrom\n          validTo\n          release {\n            key\n          }\n        }\n        modelVersion {\n          key\n          label\n          trainingData {\n            key\n            label\n          }\n          producedBy {\n            key\n            externalId\n            codeCommit {\n              key\n              label\n            }\n            environment {\n              key\n              label\n            }\n            parameters {\n              name\n              value\n            }\n            metrics {\n              name\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n": types.CliServedDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliEndpointsNamed($namespace: String, $name: String!) {\n    endpoints(namespace: $namespace, name: $name, first: 20) {\n      edges {\n        node {\n          namespace\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliEndpointsNamedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NodeLine on LineageNode {\n    key\n    kind\n    label\n    namespace\n    isStub\n  }\n"): typeof import('./graphql.js').NodeLineFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliNamed($name: String!) {\n    named(name: $name) {\n      ...NodeLine\n    }\n  }\n"): typeof import('./graphql.js').CliNamedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ComparisonFields on LineageComparison {\n    data {\n      change\n      role\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      dataset {\n        name\n      }\n    }\n    models {\n      change\n      role\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      model {\n        name\n      }\n    }\n    code {\n      same\n      left {\n        sha\n        dirty\n      }\n      right {\n        sha\n        dirty\n      }\n      compareUrl\n    }\n    packages {\n      change\n      name\n      left\n      right\n    }\n    parameters {\n      change\n      name\n      left\n      right\n    }\n    metrics {\n      change\n      name\n      left\n      right\n      difference\n    }\n    notCompared\n  }\n"): typeof import('./graphql.js').ComparisonFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliModelComparison($left: ModelVersionRefInput!, $right: ModelVersionRefInput!) {\n    comparison: modelComparison(left: $left, right: $right) {\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      ...ComparisonFields\n    }\n  }\n"): typeof import('./graphql.js').CliModelComparisonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliRunComparison($left: RunRefInput!, $right: RunRefInput!) {\n    comparison: runComparison(left: $left, right: $right) {\n      left {\n        key\n        label\n      }\n      right {\n        key\n        label\n      }\n      ...ComparisonFields\n    }\n  }\n"): typeof import('./graphql.js').CliRunComparisonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliServingComparison($endpoint: EndpointRefInput!, $left: DateTime!, $right: DateTime!) {\n    servingComparison(endpoint: $endpoint, left: $left, right: $right) {\n      endpoint {\n        namespace\n        name\n      }\n      leftAt\n      rightAt\n      left {\n        trafficPercent\n        modelVersion {\n          key\n          label\n        }\n      }\n      right {\n        trafficPercent\n        modelVersion {\n          key\n          label\n        }\n      }\n      comparison {\n        left {\n          key\n          label\n        }\n        right {\n          key\n          label\n        }\n        ...ComparisonFields\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliServingComparisonDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliDeletionCandidates($namespace: String, $recordedBefore: DateTime, $first: Int!, $after: String) {\n    deletionCandidates(namespace: $namespace, recordedBefore: $recordedBefore, first: $first, after: $after) {\n      totalCount\n      totalBytes\n      edges {\n        node {\n          ...NodeLine\n          sizeBytes\n          recordedAt\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliDeletionCandidatesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeletionPlanFields on DeletionPlan {\n    targets {\n      ...NodeLine\n      tombstone {\n        at\n        by\n        reason\n      }\n      ... on DatasetSnapshot {\n        sizeBytes\n      }\n      ... on ModelVersion {\n        artifactSizeBytes\n      }\n    }\n    verdict\n    blockerCount\n    blockers(limit: $limit) {\n      ...AffectedNodeFields\n    }\n    impact {\n      counts {\n        severity\n        kind\n        count\n      }\n      ...BlindSpotFields\n      completeness {\n        ...CompletenessFields\n      }\n    }\n    aliases {\n      name\n      version {\n        ...NodeLine\n      }\n    }\n    copies {\n      ...NodeLine\n    }\n    duplicates {\n      ...NodeLine\n    }\n    impactToken\n  }\n"): typeof import('./graphql.js').DeletionPlanFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliDeletionPlan($of: [NodeRefInput!]!, $limit: Int!) {\n    deletionPlan(of: $of) {\n      ...DeletionPlanFields\n    }\n  }\n"): typeof import('./graphql.js').CliDeletionPlanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliPlanCopies($of: [NodeRefInput!]!) {\n    deletionPlan(of: $of) {\n      copies {\n        ...NodeLine\n        impact {\n          productionDeployments {\n            modelVersion {\n              key\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliPlanCopiesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliReproducibilityLost($of: [NodeRefInput!]!, $limit: Int!) {\n    deletionPlan(of: $of) {\n      reproducibilityLostCount\n      reproducibilityLost(limit: $limit) {\n        ...NodeLine\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliReproducibilityLostDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliTombstone($input: TombstoneInput!, $limit: Int!) {\n    tombstone(input: $input) {\n      status\n      tombstoned {\n        ...NodeLine\n      }\n      plan {\n        ...DeletionPlanFields\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliTombstoneDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliRestore($input: RestoreInput!) {\n    restore(input: $input) {\n      ...NodeLine\n    }\n  }\n"): typeof import('./graphql.js').CliRestoreDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliEndDeployment($input: EndDeploymentInput!) {\n    endDeployment(input: $input) {\n      key\n      label\n      validTo\n    }\n  }\n"): typeof import('./graphql.js').CliEndDeploymentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DeploymentPage on DeploymentConnection {\n    totalCount\n    edges {\n      node {\n        key\n        isStub\n        validFrom\n        validTo\n        state\n        trafficPercent\n        by\n        modelVersion {\n          label\n        }\n        endpoint {\n          namespace\n          name\n        }\n        stage\n        release {\n          key\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').DeploymentPageFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliHistory($namespace: String!, $name: String!, $first: Int!) {\n    endpoint(namespace: $namespace, name: $name) {\n      history(first: $first) {\n        ...DeploymentPage\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliOutside($namespace: String, $stage: DeploymentStage, $first: Int!) {\n    deployments(namespace: $namespace, stage: $stage, serving: true, backedByRelease: false, first: $first) {\n      ...DeploymentPage\n    }\n  }\n"): typeof import('./graphql.js').CliOutsideDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment EndpointFields on Endpoint {\n    namespace\n    name\n    stage\n    serving {\n      trafficPercent\n      modelVersion {\n        label\n      }\n    }\n    policy {\n      requiredApprovals\n      requirePinnedEnvironment\n      requireCleanCommit\n      requireReproducible\n      forbidRecalledUpstream\n      forbidTombstonedUpstream\n      metrics {\n        name\n        comparison\n        value\n      }\n      noWorseThanServing {\n        name\n        higherIsBetter\n        tolerance\n      }\n    }\n  }\n"): typeof import('./graphql.js').EndpointFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliDefineEndpoint($input: DefineEndpointInput!) {\n    defineEndpoint(input: $input) {\n      ...EndpointFields\n    }\n  }\n"): typeof import('./graphql.js').CliDefineEndpointDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliEndpoints($namespace: String, $stage: DeploymentStage, $first: Int!) {\n    endpoints(namespace: $namespace, stage: $stage, first: $first) {\n      totalCount\n      edges {\n        node {\n          ...EndpointFields\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliEndpointsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment CompletenessFields on Completeness {\n    status\n    reason\n    reasons\n    reachedCount\n    undecidedCount\n    undecided(limit: 5) {\n      ...NodeLine\n    }\n  }\n"): typeof import('./graphql.js').CompletenessFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BlindSpotFields on Impact {\n    blindSpotCount\n    blindSpots(limit: 5) {\n      ...NodeLine\n    }\n  }\n"): typeof import('./graphql.js').BlindSpotFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AffectedNodeFields on AffectedNode {\n    severity\n    depth\n    reason\n    node {\n      ...NodeLine\n    }\n  }\n"): typeof import('./graphql.js').AffectedNodeFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliImpact(\n    $of: NodeRefInput!\n    $asOf: DateTime\n    $minSeverity: ImpactSeverity\n    $kinds: [LineageKind!]\n    $first: Int!\n    $after: String\n  ) {\n    impact(of: [$of], asOf: $asOf) {\n      severity\n      counts {\n        severity\n        kind\n        count\n      }\n      ...BlindSpotFields\n      affected(minSeverity: $minSeverity, kinds: $kinds, first: $first, after: $after) {\n        totalCount\n        edges {\n          node {\n            ...AffectedNodeFields\n          }\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n      completeness {\n        ...CompletenessFields\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliImpactDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliProbe {\n    __typename\n  }\n"): typeof import('./graphql.js').CliProbeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliAuditLog($target: String, $by: String, $action: String, $since: DateTime, $until: DateTime, $first: Int!) {\n    auditLog(target: $target, by: $by, action: $action, since: $since, until: $until, first: $first) {\n      totalCount\n      edges {\n        node {\n          sequence\n          at\n          by\n          action\n          targets\n          detail\n          hash\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliAuditLogDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliLedger($last: Int!, $before: String, $withCount: Boolean!) {\n    auditLog(last: $last, before: $before) {\n      totalCount @include(if: $withCount)\n      pageInfo {\n        hasPreviousPage\n        startCursor\n      }\n      edges {\n        node {\n          sequence\n          at\n          by\n          action\n          targets\n          detail\n          previousHash\n          hash\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliLedgerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliLineage(\n    $key: String!\n    $direction: LineageDirection!\n    $maxDepth: Int\n    $kinds: [LineageKind!]\n    $asOf: DateTime\n    $limit: Int!\n    $withEdges: Boolean!\n  ) {\n    lineage(\n      of: [{ key: $key }]\n      direction: $direction\n      maxDepth: $maxDepth\n      kinds: $kinds\n      asOf: $asOf\n      limit: $limit\n    ) {\n      nodes {\n        depth\n        node {\n          ...NodeLine\n        }\n      }\n      edges @include(if: $withEdges) {\n        upstreamKey\n        downstreamKey\n        kind\n        role\n        inferred\n      }\n      counts {\n        kind\n        count\n      }\n      totalCount\n      completeness {\n        ...CompletenessFields\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliLineageDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NodeDetails on LineageNode {\n    __typename\n    ...NodeLine\n    id\n    recordedAt\n    tombstone {\n      at\n      by\n      reason\n    }\n    recalls {\n      id\n      openedAt\n      reason\n    }\n    notes {\n      at\n      by\n      text\n    }\n  }\n"): typeof import('./graphql.js').NodeDetailsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliShow($key: String!) {\n    lineageNode(ref: { key: $key }) {\n      ...NodeDetails\n      ... on DatasetSnapshot {\n        dataset {\n          namespace\n          name\n        }\n        version\n        digest\n        uri\n        sizeBytes\n        rowCount\n        createdAt\n        producedBy {\n          ...NodeLine\n        }\n        usedBy(first: 20) {\n          totalCount\n          edges {\n            node {\n              ...NodeLine\n            }\n          }\n        }\n      }\n      ... on CodeCommit {\n        repository\n        sha\n        dirty\n        message\n      }\n      ... on Environment {\n        digest\n        imageUri\n        pythonVersion\n        pinned\n        packages {\n          name\n          version\n          specifier\n          marker\n          url\n        }\n      }\n      ... on Run {\n        externalId\n        name\n        experiment\n        status\n        startedAt\n        endedAt\n        by\n        parameters {\n          name\n          value\n        }\n        metrics {\n          name\n          text\n          step\n          dataset {\n            ...NodeLine\n          }\n        }\n        inputs {\n          role\n          inferred\n          node {\n            ...NodeLine\n          }\n        }\n        outputs {\n          role\n          inferred\n          node {\n            ...NodeLine\n          }\n        }\n        codeCommit {\n          ...NodeLine\n        }\n        environment {\n          ...NodeLine\n        }\n      }\n      ... on ModelVersion {\n        model {\n          namespace\n          name\n        }\n        version\n        aliases\n        artifactUri\n        artifactDigest\n        producedBy {\n          ...NodeLine\n        }\n        trainingData {\n          ...NodeLine\n        }\n        deployments(first: 20) {\n          totalCount\n          edges {\n            node {\n              ...NodeLine\n            }\n          }\n        }\n      }\n      ... on Deployment {\n        endpoint {\n          namespace\n          name\n        }\n        stage\n        modelVersion {\n          ...NodeLine\n        }\n        state\n        trafficPercent\n        validFrom\n        validTo\n        by\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliShowDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliAddNote($input: AddNoteInput!) {\n    addNote(input: $input) {\n      id\n    }\n  }\n"): typeof import('./graphql.js').CliAddNoteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliSearch($text: String!, $kinds: [LineageKind!], $first: Int!, $after: String) {\n    search(text: $text, kinds: $kinds, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          ...NodeLine\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliSearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliRecallsReaching($key: String!) {\n    lineageNode(ref: { key: $key }) {\n      recalls {\n        id\n        reason\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliRecallsReachingDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RecallSummary on Recall {\n    id\n    state\n    reason\n    by\n    openedAt\n    closedAt\n    openTaskCount\n  }\n"): typeof import('./graphql.js').RecallSummaryFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RecallFields on Recall {\n    ...RecallSummary\n    watchedScopes\n    targets {\n      key\n      label\n    }\n    tasks {\n      deployment {\n        id\n        key\n        label\n        stage\n        trafficPercent\n      }\n      isServing\n      resolvedAt\n      resolvedBy\n      resolution\n    }\n  }\n"): typeof import('./graphql.js').RecallFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliRecall($id: ID!) {\n    recall(id: $id) {\n      ...RecallFields\n    }\n  }\n"): typeof import('./graphql.js').CliRecallDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliRecalls($state: RecallState, $first: Int!) {\n    recalls(state: $state, first: $first) {\n      totalCount\n      edges {\n        node {\n          ...RecallSummary\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliRecallsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliOpenTasks {\n    recalls(state: OPEN, first: 200) {\n      edges {\n        node {\n          tasks {\n            deployment {\n              key\n              label\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliOpenTasksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliOpenRecall($input: OpenRecallInput!) {\n    openRecall(input: $input) {\n      ...RecallFields\n    }\n  }\n"): typeof import('./graphql.js').CliOpenRecallDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliResolveRecallTask($input: ResolveRecallTaskInput!) {\n    resolveRecallTask(input: $input) {\n      ...RecallFields\n    }\n  }\n"): typeof import('./graphql.js').CliResolveRecallTaskDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliCloseRecall($recall: ID!) {\n    closeRecall(recall: $recall) {\n      ...RecallFields\n    }\n  }\n"): typeof import('./graphql.js').CliCloseRecallDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RecordedContent on LineageNode {\n    __typename\n    key\n    ... on DatasetSnapshot {\n      digest\n      uri\n    }\n    ... on ModelVersion {\n      artifactDigest\n      artifactUri\n    }\n  }\n"): typeof import('./graphql.js').RecordedContentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliVerify($key: String!) {\n    lineageNode(ref: { key: $key }) {\n      ...RecordedContent\n      ... on ModelVersion {\n        producedBy {\n          inputs {\n            role\n            node {\n              ...RecordedContent\n            }\n          }\n        }\n      }\n      ... on Run {\n        inputs {\n          role\n          node {\n            ...RecordedContent\n          }\n        }\n        outputs {\n          role\n          node {\n            ...RecordedContent\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliVerifyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReleaseFields on Release {\n    id\n    key\n    state\n    trafficPercent\n    note\n    proposedBy\n    proposedAt\n    closedAt\n    closedBy\n    closeReason\n    override\n    checks {\n      check\n      outcome\n      message\n    }\n    approvals {\n      by\n      at\n      approved\n      note\n    }\n    modelVersion {\n      key\n      label\n    }\n    endpoint {\n      namespace\n      name\n    }\n    deployment {\n      key\n    }\n  }\n"): typeof import('./graphql.js').ReleaseFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliRelease($id: ID!) {\n    release(id: $id) {\n      ...ReleaseFields\n    }\n  }\n"): typeof import('./graphql.js').CliReleaseDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliReleases($endpoint: EndpointRefInput, $states: [ReleaseState!], $first: Int!) {\n    releases(endpoint: $endpoint, states: $states, first: $first) {\n      totalCount\n      edges {\n        node {\n          ...ReleaseFields\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliReleasesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliPropose($input: ProposeReleaseInput!) {\n    proposeRelease(input: $input) {\n      ...ReleaseFields\n    }\n  }\n"): typeof import('./graphql.js').CliProposeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliReview($input: ReviewReleaseInput!) {\n    reviewRelease(input: $input) {\n      ...ReleaseFields\n    }\n  }\n"): typeof import('./graphql.js').CliReviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliWithdraw($input: WithdrawReleaseInput!) {\n    withdrawRelease(input: $input) {\n      ...ReleaseFields\n    }\n  }\n"): typeof import('./graphql.js').CliWithdrawDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliDeploy($input: DeployReleaseInput!) {\n    deployRelease(input: $input) {\n      status\n      release {\n        ...ReleaseFields\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliDeployDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliReproduction($key: String!, $asOf: DateTime) {\n    reproduction(of: { key: $key }, asOf: $asOf) {\n      of {\n        ...NodeLine\n      }\n      verdict\n      findings {\n        code\n        message\n        node {\n          ...NodeLine\n        }\n      }\n      script\n    }\n  }\n"): typeof import('./graphql.js').CliReproductionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliRetract($input: RetractInput!) {\n    retract(input: $input) {\n      sequence\n      at\n      targets\n    }\n  }\n"): typeof import('./graphql.js').CliRetractDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliSameDataset($input: DeclareSameDatasetInput!) {\n    declareSameDataset(input: $input) {\n      key\n    }\n  }\n"): typeof import('./graphql.js').CliSameDatasetDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RollbackDeployment on Deployment {\n    id\n    key\n    label\n    validFrom\n    validTo\n    trafficPercent\n  }\n"): typeof import('./graphql.js').RollbackDeploymentFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment RollbackPlanFields on RollbackPlan {\n    endpoint {\n      namespace\n      name\n    }\n    serving {\n      ...RollbackDeployment\n    }\n    target {\n      deployment {\n        key\n      }\n      modelVersion {\n        label\n      }\n    }\n    candidates {\n      eligible\n      reasons\n      deployment {\n        ...RollbackDeployment\n      }\n      modelVersion {\n        key\n        label\n      }\n    }\n  }\n"): typeof import('./graphql.js').RollbackPlanFieldsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliRollbackPlan($endpoint: EndpointRefInput!) {\n    rollbackPlan(endpoint: $endpoint) {\n      ...RollbackPlanFields\n    }\n  }\n"): typeof import('./graphql.js').CliRollbackPlanDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CliRollback($input: RollbackInput!) {\n    rollback(input: $input) {\n      status\n      message\n      deployment {\n        key\n      }\n      plan {\n        ...RollbackPlanFields\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliRollbackDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliRuns($filter: RunFilterInput!, $orderBy: RunOrderInput!, $first: Int!, $after: String) {\n    runs(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {\n      totalCount\n      edges {\n        node {\n          key\n          label\n          isStub\n          name\n          externalId\n          experiment\n          status\n          startedAt\n          endedAt\n          by\n          parameters {\n            name\n            value\n          }\n          metrics {\n            name\n            value\n            text\n            step\n            at\n            dataset {\n              key\n            }\n          }\n          codeCommit {\n            key\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliRunsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query CliServed($endpoint: EndpointRefInput!, $at: DateTime!, $knownAt: DateTime, $decisionKey: String) {\n    servedAt(endpoint: $endpoint, at: $at, knownAt: $knownAt, decisionKey: $decisionKey) {\n      endpoint {\n        namespace\n        name\n        stage\n      }\n      at\n      knownAt\n      exact\n      decisionBucket\n      candidates {\n        trafficPercent\n        firstBucket\n        endBucket\n        deployment {\n          key\n          validFrom\n          validTo\n          release {\n            key\n          }\n        }\n        modelVersion {\n          key\n          label\n          trainingData {\n            key\n            label\n          }\n          producedBy {\n            key\n            externalId\n            codeCommit {\n              key\n              label\n            }\n            environment {\n              key\n              label\n            }\n            parameters {\n              name\n              value\n            }\n            metrics {\n              name\n              text\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').CliServedDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
