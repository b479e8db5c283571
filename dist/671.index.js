export const id = 671;
export const ids = [671];
export const modules = {

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ resolveEventStreamSerdeConfig)
/* harmony export */ });
// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde-config-resolver/EventStreamSerdeConfig.js
const resolveEventStreamSerdeConfig = (input) => Object.assign(input, { eventStreamMarshaller: input.eventStreamSerdeProvider(input) });



/***/ }),

/***/ 8115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ApplicationAutoScaling: () => (/* binding */ ApplicationAutoScaling)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4079);
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1339);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3585);
/* harmony import */ var _configLoader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6652);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5327);
/* harmony import */ var _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2967);
/* harmony import */ var _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6066);
/* harmony import */ var _endpoint_config_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9439);
/* harmony import */ var _scaling_requests_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(171);










// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/auth/httpAuthSchemeProvider.js
const defaultApplicationAutoScalingHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._t)(context).operation,
		region: await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "application-autoscaling",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultApplicationAutoScalingHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.r)(config);
	return Object.assign(config_0, { authSchemePreference: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(config.authSchemePreference ?? []) });
};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "application-autoscaling"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};

// node_modules/@aws-sdk/client-application-auto-scaling/package.json
var version = "3.1141.0";

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/endpoint/bdd.js
const k = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = { [k]: "Endpoint" };
const h = { [k]: d };
const i = {};
const j = [{ [k]: "Region" }];
const _data = {
	conditions: [
		[c, [g]],
		[c, j],
		[
			"aws.partition",
			j,
			d
		],
		[e, [{ [k]: "UseFIPS" }, b]],
		[e, [{ [k]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsFIPS"]
		}, b]],
		["stringEquals", [{
			fn: f,
			argv: [h, "name"]
		}, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[g, i],
		["https://application-autoscaling-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://application-autoscaling.{Region}.amazonaws.com", i],
		["https://application-autoscaling-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://application-autoscaling.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://application-autoscaling.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	13,
	3,
	1,
	4,
	100000012,
	2,
	5,
	100000012,
	3,
	8,
	6,
	4,
	7,
	100000011,
	5,
	100000009,
	100000010,
	4,
	11,
	9,
	6,
	10,
	100000008,
	7,
	100000006,
	100000007,
	5,
	12,
	100000005,
	6,
	100000004,
	100000005,
	3,
	100000001,
	14,
	4,
	100000002,
	100000003
]);
const bdd = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.G.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/endpoint/endpointResolver.js
const cache = new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.W({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.H)(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.U.aws = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.d;

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/models/ApplicationAutoScalingServiceException.js
var ApplicationAutoScalingServiceException = class ApplicationAutoScalingServiceException extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.rt {
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, ApplicationAutoScalingServiceException.prototype);
	}
};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/models/errors.js
var ConcurrentUpdateException = class ConcurrentUpdateException extends ApplicationAutoScalingServiceException {
	name = "ConcurrentUpdateException";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "ConcurrentUpdateException",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, ConcurrentUpdateException.prototype);
		this.Message = opts.Message;
	}
};
var InternalServiceException = class InternalServiceException extends ApplicationAutoScalingServiceException {
	name = "InternalServiceException";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "InternalServiceException",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, InternalServiceException.prototype);
		this.Message = opts.Message;
	}
};
var ObjectNotFoundException = class ObjectNotFoundException extends ApplicationAutoScalingServiceException {
	name = "ObjectNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ObjectNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ObjectNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var ValidationException = class ValidationException extends ApplicationAutoScalingServiceException {
	name = "ValidationException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ValidationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ValidationException.prototype);
		this.Message = opts.Message;
	}
};
var InvalidNextTokenException = class InvalidNextTokenException extends ApplicationAutoScalingServiceException {
	name = "InvalidNextTokenException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "InvalidNextTokenException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidNextTokenException.prototype);
		this.Message = opts.Message;
	}
};
var FailedResourceAccessException = class FailedResourceAccessException extends ApplicationAutoScalingServiceException {
	name = "FailedResourceAccessException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "FailedResourceAccessException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, FailedResourceAccessException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceNotFoundException = class ResourceNotFoundException extends ApplicationAutoScalingServiceException {
	name = "ResourceNotFoundException";
	$fault = "client";
	Message;
	ResourceName;
	constructor(opts) {
		super({
			name: "ResourceNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceNotFoundException.prototype);
		this.Message = opts.Message;
		this.ResourceName = opts.ResourceName;
	}
};
var LimitExceededException = class LimitExceededException extends ApplicationAutoScalingServiceException {
	name = "LimitExceededException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "LimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededException.prototype);
		this.Message = opts.Message;
	}
};
var TooManyTagsException = class TooManyTagsException extends ApplicationAutoScalingServiceException {
	name = "TooManyTagsException";
	$fault = "client";
	Message;
	ResourceName;
	constructor(opts) {
		super({
			name: "TooManyTagsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TooManyTagsException.prototype);
		this.Message = opts.Message;
		this.ResourceName = opts.ResourceName;
	}
};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/schemas/schemas_0.js
const _A = "Alarm";
const _AARN = "AlarmARN";
const _AN = "AlarmName";
const _AT = "AdjustmentType";
const _Al = "Alarms";
const _CCMS = "CustomizedCapacityMetricSpecification";
const _CLMS = "CustomizedLoadMetricSpecification";
const _CMS = "CustomizedMetricSpecification";
const _CSMS = "CustomizedScalingMetricSpecification";
const _CT = "CreationTime";
const _CUE = "ConcurrentUpdateException";
const _Co = "Cooldown";
const _D = "Dimensions";
const _DSARescr = "DescribeScheduledActionsRequest";
const _DSARescri = "DescribeScheduledActionsResponse";
const _DSAes = "DescribeScheduledActions";
const _DSI = "DisableScaleIn";
const _DSIS = "DynamicScalingInSuspended";
const _DSOS = "DynamicScalingOutSuspended";
const _DSPRes = "DescribeScalingPoliciesRequest";
const _DSPResc = "DescribeScalingPoliciesResponse";
const _DSPe = "DescribeScalingPolicies";
const _DST = "DeregisterScalableTarget";
const _DSTR = "DeregisterScalableTargetRequest";
const _DSTRe = "DeregisterScalableTargetResponse";
const _DSTRes = "DescribeScalableTargetsRequest";
const _DSTResc = "DescribeScalableTargetsResponse";
const _DSTe = "DescribeScalableTargets";
const _E = "Expression";
const _ET = "EndTime";
const _FRAE = "FailedResourceAccessException";
const _I = "Id";
const _INTE = "InvalidNextTokenException";
const _ISE = "InternalServiceException";
const _L = "Label";
const _LEE = "LimitExceededException";
const _M = "Message";
const _MAM = "MinAdjustmentMagnitude";
const _MAT = "MetricAggregationType";
const _MC = "MaxCapacity";
const _MCB = "MaxCapacityBuffer";
const _MCBB = "MaxCapacityBreachBehavior";
const _MCi = "MinCapacity";
const _MD = "MetricDimension";
const _MDQ = "MetricDataQueries";
const _MDe = "MetricDimensions";
const _MILB = "MetricIntervalLowerBound";
const _MIUB = "MetricIntervalUpperBound";
const _MN = "MetricName";
const _MR = "MaxResults";
const _MSe = "MetricStat";
const _MSet = "MetricSpecifications";
const _Me = "Metrics";
const _Met = "Metric";
const _Mo = "Mode";
const _N = "Namespace";
const _NT = "NextToken";
const _Na = "Name";
const _ONFE = "ObjectNotFoundException";
const _PARN = "PolicyARN";
const _PC = "PredictedCapacity";
const _PLMS = "PredefinedLoadMetricSpecification";
const _PMPS = "PredefinedMetricPairSpecification";
const _PMS = "PredefinedMetricSpecification";
const _PMT = "PredefinedMetricType";
const _PN = "PolicyName";
const _PNo = "PolicyNames";
const _PSA = "PutScheduledAction";
const _PSAR = "PutScheduledActionRequest";
const _PSARu = "PutScheduledActionResponse";
const _PSCMS = "PredictiveScalingCustomizedMetricSpecification";
const _PSM = "PredictiveScalingMetric";
const _PSMD = "PredictiveScalingMetricDimension";
const _PSMDQ = "PredictiveScalingMetricDataQuery";
const _PSMDQr = "PredictiveScalingMetricDataQueries";
const _PSMDr = "PredictiveScalingMetricDimensions";
const _PSMS = "PredictiveScalingMetricSpecification";
const _PSMSr = "PredefinedScalingMetricSpecification";
const _PSMSre = "PredictiveScalingMetricStat";
const _PSMSred = "PredictiveScalingMetricSpecifications";
const _PSP = "PutScalingPolicy";
const _PSPC = "PredictiveScalingPolicyConfiguration";
const _PSPLMS = "PredictiveScalingPredefinedLoadMetricSpecification";
const _PSPMPS = "PredictiveScalingPredefinedMetricPairSpecification";
const _PSPR = "PutScalingPolicyRequest";
const _PSPRu = "PutScalingPolicyResponse";
const _PSPSMS = "PredictiveScalingPredefinedScalingMetricSpecification";
const _PT = "PolicyType";
const _RARNo = "RoleARN";
const _RD = "ReturnData";
const _RI = "ResourceId";
const _RIe = "ResourceIds";
const _RL = "ResourceLabel";
const _RN = "ResourceName";
const _RNFE = "ResourceNotFoundException";
const _RST = "RegisterScalableTarget";
const _RSTR = "RegisterScalableTargetRequest";
const _RSTRe = "RegisterScalableTargetResponse";
const _S = "Statistic";
const _SAARN = "ScheduledActionARN";
const _SAN = "ScheduledActionName";
const _SANc = "ScheduledActionNames";
const _SAc = "ScheduledActions";
const _SAcal = "ScalingAdjustment";
const _SAch = "ScheduledAction";
const _SAt = "StepAdjustment";
const _SAte = "StepAdjustments";
const _SBT = "SchedulingBufferTime";
const _SD = "ScalableDimension";
const _SIC = "ScaleInCooldown";
const _SN = "ServiceNamespace";
const _SOC = "ScaleOutCooldown";
const _SP = "ScalingPolicies";
const _SPc = "ScalingPolicy";
const _SS = "SuspendedState";
const _SSPC = "StepScalingPolicyConfiguration";
const _SSS = "ScheduledScalingSuspended";
const _ST = "ScalableTargets";
const _STA = "ScalableTargetAction";
const _STARN = "ScalableTargetARN";
const _STc = "ScalableTarget";
const _STt = "StartTime";
const _Sc = "Schedule";
const _St = "Stat";
const _TMTE = "TooManyTagsException";
const _TTM = "TargetTrackingMetric";
const _TTMD = "TargetTrackingMetricDimension";
const _TTMDQ = "TargetTrackingMetricDataQuery";
const _TTMDQa = "TargetTrackingMetricDataQueries";
const _TTMDa = "TargetTrackingMetricDimensions";
const _TTMS = "TargetTrackingMetricStat";
const _TTSPC = "TargetTrackingScalingPolicyConfiguration";
const _TV = "TargetValue";
const _Ta = "Tags";
const _Ti = "Timezone";
const _U = "Unit";
const _VE = "ValidationException";
const _Va = "Value";
const _aQE = "awsQueryError";
const _c = "client";
const _e = "error";
const _hE = "httpError";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.applicationautoscaling";
const _se = "server";
const n0 = "com.amazonaws.applicationautoscaling";
const _s_registry = new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__.t(_s);
var ApplicationAutoScalingServiceException$ = [
	-3,
	_s,
	"ApplicationAutoScalingServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(ApplicationAutoScalingServiceException$, ApplicationAutoScalingServiceException);
const n0_registry = new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__.t(n0);
var ConcurrentUpdateException$ = [
	-3,
	n0,
	_CUE,
	{
		[_aQE]: [`ConcurrentUpdateException`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_M],
	[0]
];
n0_registry.registerError(ConcurrentUpdateException$, ConcurrentUpdateException);
var FailedResourceAccessException$ = [
	-3,
	n0,
	_FRAE,
	{
		[_aQE]: [`FailedResourceAccessException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(FailedResourceAccessException$, FailedResourceAccessException);
var InternalServiceException$ = [
	-3,
	n0,
	_ISE,
	{
		[_aQE]: [`InternalServiceException`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_M],
	[0]
];
n0_registry.registerError(InternalServiceException$, InternalServiceException);
var InvalidNextTokenException$ = [
	-3,
	n0,
	_INTE,
	{
		[_aQE]: [`InvalidNextTokenException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(InvalidNextTokenException$, InvalidNextTokenException);
var LimitExceededException$ = [
	-3,
	n0,
	_LEE,
	{
		[_aQE]: [`LimitExceededException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var ObjectNotFoundException$ = [
	-3,
	n0,
	_ONFE,
	{
		[_aQE]: [`ObjectNotFoundException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(ObjectNotFoundException$, ObjectNotFoundException);
var ResourceNotFoundException$ = [
	-3,
	n0,
	_RNFE,
	{
		[_e]: _c,
		[_hE]: 404
	},
	[_M, _RN],
	[0, 0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var TooManyTagsException$ = [
	-3,
	n0,
	_TMTE,
	{
		[_e]: _c,
		[_hE]: 400
	},
	[_M, _RN],
	[0, 0]
];
n0_registry.registerError(TooManyTagsException$, TooManyTagsException);
var ValidationException$ = [
	-3,
	n0,
	_VE,
	{
		[_aQE]: [`ValidationException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(ValidationException$, ValidationException);
const errorTypeRegistries = [_s_registry, n0_registry];
var Alarm$ = [
	3,
	n0,
	_A,
	0,
	[_AN, _AARN],
	[0, 0],
	2
];
var CustomizedMetricSpecification$ = [
	3,
	n0,
	_CMS,
	0,
	[
		_MN,
		_N,
		_D,
		_S,
		_U,
		_Me
	],
	[
		0,
		0,
		() => MetricDimensions,
		0,
		0,
		() => TargetTrackingMetricDataQueries
	]
];
var DeregisterScalableTargetRequest$ = [
	3,
	n0,
	_DSTR,
	0,
	[
		_SN,
		_RI,
		_SD
	],
	[
		0,
		0,
		0
	],
	3
];
var DeregisterScalableTargetResponse$ = [
	3,
	n0,
	_DSTRe,
	0,
	[],
	[]
];
var DescribeScalableTargetsRequest$ = [
	3,
	n0,
	_DSTRes,
	0,
	[
		_SN,
		_RIe,
		_SD,
		_MR,
		_NT
	],
	[
		0,
		64,
		0,
		1,
		0
	],
	1
];
var DescribeScalableTargetsResponse$ = [
	3,
	n0,
	_DSTResc,
	0,
	[_ST, _NT],
	[() => ScalableTargets, 0]
];
var DescribeScalingPoliciesRequest$ = [
	3,
	n0,
	_DSPRes,
	0,
	[
		_SN,
		_PNo,
		_RI,
		_SD,
		_MR,
		_NT
	],
	[
		0,
		64,
		0,
		0,
		1,
		0
	],
	1
];
var DescribeScalingPoliciesResponse$ = [
	3,
	n0,
	_DSPResc,
	0,
	[_SP, _NT],
	[() => ScalingPolicies, 0]
];
var DescribeScheduledActionsRequest$ = [
	3,
	n0,
	_DSARescr,
	0,
	[
		_SN,
		_SANc,
		_RI,
		_SD,
		_MR,
		_NT
	],
	[
		0,
		64,
		0,
		0,
		1,
		0
	],
	1
];
var DescribeScheduledActionsResponse$ = [
	3,
	n0,
	_DSARescri,
	0,
	[_SAc, _NT],
	[() => ScheduledActions, 0]
];
var MetricDimension$ = [
	3,
	n0,
	_MD,
	0,
	[_Na, _Va],
	[0, 0],
	2
];
var PredefinedMetricSpecification$ = [
	3,
	n0,
	_PMS,
	0,
	[_PMT, _RL],
	[0, 0],
	1
];
var PredictiveScalingCustomizedMetricSpecification$ = [
	3,
	n0,
	_PSCMS,
	0,
	[_MDQ],
	[() => PredictiveScalingMetricDataQueries],
	1
];
var PredictiveScalingMetric$ = [
	3,
	n0,
	_PSM,
	0,
	[
		_D,
		_MN,
		_N
	],
	[
		() => PredictiveScalingMetricDimensions,
		0,
		0
	]
];
var PredictiveScalingMetricDataQuery$ = [
	3,
	n0,
	_PSMDQ,
	0,
	[
		_I,
		_E,
		_MSe,
		_L,
		_RD
	],
	[
		0,
		0,
		() => PredictiveScalingMetricStat$,
		0,
		2
	],
	1
];
var PredictiveScalingMetricDimension$ = [
	3,
	n0,
	_PSMD,
	0,
	[_Na, _Va],
	[0, 0],
	2
];
var PredictiveScalingMetricSpecification$ = [
	3,
	n0,
	_PSMS,
	0,
	[
		_TV,
		_PMPS,
		_PSMSr,
		_PLMS,
		_CSMS,
		_CLMS,
		_CCMS
	],
	[
		1,
		() => PredictiveScalingPredefinedMetricPairSpecification$,
		() => PredictiveScalingPredefinedScalingMetricSpecification$,
		() => PredictiveScalingPredefinedLoadMetricSpecification$,
		() => PredictiveScalingCustomizedMetricSpecification$,
		() => PredictiveScalingCustomizedMetricSpecification$,
		() => PredictiveScalingCustomizedMetricSpecification$
	],
	1
];
var PredictiveScalingMetricStat$ = [
	3,
	n0,
	_PSMSre,
	0,
	[
		_Met,
		_St,
		_U
	],
	[
		() => PredictiveScalingMetric$,
		0,
		0
	],
	2
];
var PredictiveScalingPolicyConfiguration$ = [
	3,
	n0,
	_PSPC,
	0,
	[
		_MSet,
		_Mo,
		_SBT,
		_MCBB,
		_MCB
	],
	[
		() => PredictiveScalingMetricSpecifications,
		0,
		1,
		0,
		1
	],
	1
];
var PredictiveScalingPredefinedLoadMetricSpecification$ = [
	3,
	n0,
	_PSPLMS,
	0,
	[_PMT, _RL],
	[0, 0],
	1
];
var PredictiveScalingPredefinedMetricPairSpecification$ = [
	3,
	n0,
	_PSPMPS,
	0,
	[_PMT, _RL],
	[0, 0],
	1
];
var PredictiveScalingPredefinedScalingMetricSpecification$ = [
	3,
	n0,
	_PSPSMS,
	0,
	[_PMT, _RL],
	[0, 0],
	1
];
var PutScalingPolicyRequest$ = [
	3,
	n0,
	_PSPR,
	0,
	[
		_PN,
		_SN,
		_RI,
		_SD,
		_PT,
		_SSPC,
		_TTSPC,
		_PSPC
	],
	[
		0,
		0,
		0,
		0,
		0,
		() => StepScalingPolicyConfiguration$,
		() => TargetTrackingScalingPolicyConfiguration$,
		() => PredictiveScalingPolicyConfiguration$
	],
	4
];
var PutScalingPolicyResponse$ = [
	3,
	n0,
	_PSPRu,
	0,
	[_PARN, _Al],
	[0, () => Alarms],
	1
];
var PutScheduledActionRequest$ = [
	3,
	n0,
	_PSAR,
	0,
	[
		_SN,
		_SAN,
		_RI,
		_SD,
		_Sc,
		_Ti,
		_STt,
		_ET,
		_STA
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		4,
		4,
		() => ScalableTargetAction$
	],
	4
];
var PutScheduledActionResponse$ = [
	3,
	n0,
	_PSARu,
	0,
	[],
	[]
];
var RegisterScalableTargetRequest$ = [
	3,
	n0,
	_RSTR,
	0,
	[
		_SN,
		_RI,
		_SD,
		_MCi,
		_MC,
		_RARNo,
		_SS,
		_Ta
	],
	[
		0,
		0,
		0,
		1,
		1,
		0,
		() => SuspendedState$,
		128
	],
	3
];
var RegisterScalableTargetResponse$ = [
	3,
	n0,
	_RSTRe,
	0,
	[_STARN],
	[0]
];
var ScalableTarget$ = [
	3,
	n0,
	_STc,
	0,
	[
		_SN,
		_RI,
		_SD,
		_MCi,
		_MC,
		_RARNo,
		_CT,
		_PC,
		_SS,
		_STARN
	],
	[
		0,
		0,
		0,
		1,
		1,
		0,
		4,
		1,
		() => SuspendedState$,
		0
	],
	7
];
var ScalableTargetAction$ = [
	3,
	n0,
	_STA,
	0,
	[_MCi, _MC],
	[1, 1]
];
var ScalingPolicy$ = [
	3,
	n0,
	_SPc,
	0,
	[
		_PARN,
		_PN,
		_SN,
		_RI,
		_SD,
		_PT,
		_CT,
		_SSPC,
		_TTSPC,
		_PSPC,
		_Al
	],
	[
		0,
		0,
		0,
		0,
		0,
		0,
		4,
		() => StepScalingPolicyConfiguration$,
		() => TargetTrackingScalingPolicyConfiguration$,
		() => PredictiveScalingPolicyConfiguration$,
		() => Alarms
	],
	7
];
var ScheduledAction$ = [
	3,
	n0,
	_SAch,
	0,
	[
		_SAN,
		_SAARN,
		_SN,
		_Sc,
		_RI,
		_CT,
		_Ti,
		_SD,
		_STt,
		_ET,
		_STA
	],
	[
		0,
		0,
		0,
		0,
		0,
		4,
		0,
		0,
		4,
		4,
		() => ScalableTargetAction$
	],
	6
];
var StepAdjustment$ = [
	3,
	n0,
	_SAt,
	0,
	[
		_SAcal,
		_MILB,
		_MIUB
	],
	[
		1,
		1,
		1
	],
	1
];
var StepScalingPolicyConfiguration$ = [
	3,
	n0,
	_SSPC,
	0,
	[
		_AT,
		_SAte,
		_MAM,
		_Co,
		_MAT
	],
	[
		0,
		() => StepAdjustments,
		1,
		1,
		0
	]
];
var SuspendedState$ = [
	3,
	n0,
	_SS,
	0,
	[
		_DSIS,
		_DSOS,
		_SSS
	],
	[
		2,
		2,
		2
	]
];
var TargetTrackingMetric$ = [
	3,
	n0,
	_TTM,
	0,
	[
		_D,
		_MN,
		_N
	],
	[
		() => TargetTrackingMetricDimensions,
		0,
		0
	]
];
var TargetTrackingMetricDataQuery$ = [
	3,
	n0,
	_TTMDQ,
	0,
	[
		_I,
		_E,
		_L,
		_MSe,
		_RD
	],
	[
		0,
		0,
		0,
		() => TargetTrackingMetricStat$,
		2
	],
	1
];
var TargetTrackingMetricDimension$ = [
	3,
	n0,
	_TTMD,
	0,
	[_Na, _Va],
	[0, 0],
	2
];
var TargetTrackingMetricStat$ = [
	3,
	n0,
	_TTMS,
	0,
	[
		_Met,
		_St,
		_U
	],
	[
		() => TargetTrackingMetric$,
		0,
		0
	],
	2
];
var TargetTrackingScalingPolicyConfiguration$ = [
	3,
	n0,
	_TTSPC,
	0,
	[
		_TV,
		_PMS,
		_CMS,
		_SOC,
		_SIC,
		_DSI
	],
	[
		1,
		() => PredefinedMetricSpecification$,
		() => CustomizedMetricSpecification$,
		1,
		1,
		2
	],
	1
];
var Alarms = [
	1,
	n0,
	_Al,
	0,
	() => Alarm$
];
var MetricDimensions = [
	1,
	n0,
	_MDe,
	0,
	() => MetricDimension$
];
var PredictiveScalingMetricDataQueries = [
	1,
	n0,
	_PSMDQr,
	0,
	() => PredictiveScalingMetricDataQuery$
];
var PredictiveScalingMetricDimensions = [
	1,
	n0,
	_PSMDr,
	0,
	() => PredictiveScalingMetricDimension$
];
var PredictiveScalingMetricSpecifications = [
	1,
	n0,
	_PSMSred,
	0,
	() => PredictiveScalingMetricSpecification$
];
var ScalableTargets = [
	1,
	n0,
	_ST,
	0,
	() => ScalableTarget$
];
var ScalingPolicies = [
	1,
	n0,
	_SP,
	0,
	() => ScalingPolicy$
];
var ScheduledActions = [
	1,
	n0,
	_SAc,
	0,
	() => ScheduledAction$
];
var StepAdjustments = [
	1,
	n0,
	_SAte,
	0,
	() => StepAdjustment$
];
var TargetTrackingMetricDataQueries = [
	1,
	n0,
	_TTMDQa,
	0,
	() => TargetTrackingMetricDataQuery$
];
var TargetTrackingMetricDimensions = [
	1,
	n0,
	_TTMDa,
	0,
	() => TargetTrackingMetricDimension$
];
var DeregisterScalableTarget$ = [
	9,
	n0,
	_DST,
	0,
	() => DeregisterScalableTargetRequest$,
	() => DeregisterScalableTargetResponse$
];
var DescribeScalableTargets$ = [
	9,
	n0,
	_DSTe,
	0,
	() => DescribeScalableTargetsRequest$,
	() => DescribeScalableTargetsResponse$
];
var DescribeScalingPolicies$ = [
	9,
	n0,
	_DSPe,
	0,
	() => DescribeScalingPoliciesRequest$,
	() => DescribeScalingPoliciesResponse$
];
var DescribeScheduledActions$ = [
	9,
	n0,
	_DSAes,
	0,
	() => DescribeScheduledActionsRequest$,
	() => DescribeScheduledActionsResponse$
];
var PutScalingPolicy$ = [
	9,
	n0,
	_PSP,
	0,
	() => PutScalingPolicyRequest$,
	() => PutScalingPolicyResponse$
];
var PutScheduledAction$ = [
	9,
	n0,
	_PSA,
	0,
	() => PutScheduledActionRequest$,
	() => PutScheduledActionResponse$
];
var RegisterScalableTarget$ = [
	9,
	n0,
	_RST,
	0,
	() => RegisterScalableTargetRequest$,
	() => RegisterScalableTargetResponse$
];

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2016-02-06",
		base64Decoder: config?.base64Decoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.yt,
		base64Encoder: config?.base64Encoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.vt,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultApplicationAutoScalingHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.o()
		}],
		logger: config?.logger ?? new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Q(),
		protocol: config?.protocol ?? _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_5__.t,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.applicationautoscaling",
			errorTypeRegistries,
			version: "2016-02-06",
			serviceTarget: "AnyScaleFrontendService"
		},
		serviceId: config?.serviceId ?? "Application Auto Scaling",
		sha256: config?.sha256 ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.t,
		urlParser: config?.urlParser ?? _configLoader_js__WEBPACK_IMPORTED_MODULE_3__.r,
		utf8Decoder: config?.utf8Decoder ?? _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__.r,
		utf8Encoder: config?.utf8Encoder ?? _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__.n
	};
};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.tt)(process.version);
	const defaultsMode = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.q)(config);
	const defaultConfigProvider = () => defaultsMode().then(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.nt);
	const clientSharedValues = getRuntimeConfig$1(config);
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.bt)(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.a, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.pt,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__.Y,
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.p)({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		maxAttempts: config?.maxAttempts ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.g, config),
		region: config?.region ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.X, {
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Y,
			...loaderConfig
		}),
		requestHandler: _node_http_handler_js__WEBPACK_IMPORTED_MODULE_4__.t.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)({
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._,
			default: async () => (await defaultConfigProvider()).retryMode || _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.y
		}, config),
		streamCollector: config?.streamCollector ?? _node_http_handler_js__WEBPACK_IMPORTED_MODULE_4__.r,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ut, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.lt, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.f, loaderConfig)
	};
};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.l)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.$)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.A)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.u)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.et)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.j)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/ApplicationAutoScalingClient.js
var ApplicationAutoScalingClient = class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ct {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.b)(_config_1);
		const _config_3 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.v)(_config_2);
		const _config_4 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.J)(_config_3);
		const _config_5 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.O)(_config_4);
		const _config_6 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.V)(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
		this.config = _config_8;
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ot)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.m)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.h)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.k)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.D)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.E)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.T)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.w)(this.config, {
			httpAuthSchemeParametersProvider: defaultApplicationAutoScalingHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.x({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.C)(this.config));
	}
	destroy() {
		super.destroy();
	}
};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/commandBuilder.js
const command = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Z)(commonParams, "AnyScaleFrontendService", "ApplicationAutoScalingClient", _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.B);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/commands/DeregisterScalableTargetCommand.js
var DeregisterScalableTargetCommand = class extends command(_ep0, _mw0, "DeregisterScalableTarget", DeregisterScalableTarget$) {};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/commands/DescribeScalableTargetsCommand.js
var DescribeScalableTargetsCommand = class extends command(_ep0, _mw0, "DescribeScalableTargets", DescribeScalableTargets$) {};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/commands/DescribeScalingPoliciesCommand.js
var DescribeScalingPoliciesCommand = class extends command(_ep0, _mw0, "DescribeScalingPolicies", DescribeScalingPolicies$) {};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/commands/DescribeScheduledActionsCommand.js
var DescribeScheduledActionsCommand = class extends command(_ep0, _mw0, "DescribeScheduledActions", DescribeScheduledActions$) {};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/commands/PutScalingPolicyCommand.js
var PutScalingPolicyCommand = class extends command(_ep0, _mw0, "PutScalingPolicy", PutScalingPolicy$) {};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/commands/PutScheduledActionCommand.js
var PutScheduledActionCommand = class extends command(_ep0, _mw0, "PutScheduledAction", PutScheduledAction$) {};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/commands/RegisterScalableTargetCommand.js
var RegisterScalableTargetCommand = class extends command(_ep0, _mw0, "RegisterScalableTarget", RegisterScalableTarget$) {};

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/pagination/DescribeScalableTargetsPaginator.js
const paginateDescribeScalableTargets = (0,_endpoint_config_js__WEBPACK_IMPORTED_MODULE_7__.E)(ApplicationAutoScalingClient, DescribeScalableTargetsCommand, "NextToken", "NextToken", "MaxResults");

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/pagination/DescribeScalingPoliciesPaginator.js
const paginateDescribeScalingPolicies = (0,_endpoint_config_js__WEBPACK_IMPORTED_MODULE_7__.E)(ApplicationAutoScalingClient, DescribeScalingPoliciesCommand, "NextToken", "NextToken", "MaxResults");

// node_modules/@aws-sdk/client-application-auto-scaling/dist-es/pagination/DescribeScheduledActionsPaginator.js
const paginateDescribeScheduledActions = (0,_endpoint_config_js__WEBPACK_IMPORTED_MODULE_7__.E)(ApplicationAutoScalingClient, DescribeScheduledActionsCommand, "NextToken", "NextToken", "MaxResults");

// build/adapters/application-auto-scaling-answers.js
function isScalable({ ScalableDimension: dimension }) {
	return _scaling_requests_js__WEBPACK_IMPORTED_MODULE_8__._.some((known) => known === dimension);
}
function scaledVariantOf(target, policies, actions) {
	const { SuspendedState: suspended = {} } = target;
	return {
		variant: (0,_scaling_requests_js__WEBPACK_IMPORTED_MODULE_8__.y)(target.ResourceId ?? ""),
		dimension: target.ScalableDimension,
		minCapacity: target.MinCapacity ?? 0,
		maxCapacity: target.MaxCapacity ?? 0,
		suspended: {
			DynamicScalingInSuspended: suspended.DynamicScalingInSuspended ?? false,
			DynamicScalingOutSuspended: suspended.DynamicScalingOutSuspended ?? false,
			ScheduledScalingSuspended: suspended.ScheduledScalingSuspended ?? false
		},
		policies: policies.map(policyOf),
		actions: actions.map(actionOf)
	};
}
function policyOf({ PolicyName = "", PolicyType = "TargetTrackingScaling", Alarms = [], ...members }) {
	const own = Object.entries(members).filter(([name]) => name.endsWith("PolicyConfiguration"));
	const isStepScaling = PolicyType === "StepScaling";
	return {
		name: PolicyName,
		type: PolicyType,
		configuration: jsonOf(Object.fromEntries(own)),
		alarms: isStepScaling ? Alarms.flatMap(({ AlarmName }) => AlarmName ?? []) : []
	};
}
function actionOf({ ScheduledActionName = "", Schedule, Timezone, StartTime, EndTime, ScalableTargetAction }) {
	return {
		name: ScheduledActionName,
		members: jsonOf({
			Schedule,
			Timezone,
			StartTime,
			EndTime,
			ScalableTargetAction
		})
	};
}
function jsonOf(value) {
	return JSON.parse(JSON.stringify(value));
}

// build/adapters/application-auto-scaling.js
const mostResources = 50;
var ApplicationAutoScaling = class {
	#aws;
	constructor(aws) {
		this.#aws = new _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__.t(aws, ApplicationAutoScalingClient);
	}
	async read(endpointName, variants) {
		const read = [];
		for (const target of await this.#scalable(endpointName, variants)) {
			const of = {
				ServiceNamespace: "sagemaker",
				ResourceId: target.ResourceId,
				ScalableDimension: target.ScalableDimension
			};
			const [policies, actions] = [await this.#aws.translating({
				operation: "DescribeScalingPolicies",
				endpointName
			}, this.#policies(of)), await this.#aws.translating({
				operation: "DescribeScheduledActions",
				endpointName
			}, this.#actions(of))];
			read.push(scaledVariantOf(target, policies, actions));
		}
		return read;
	}
	async targets(endpointName, variants) {
		return (await this.#scalable(endpointName, variants)).map((target) => scaledVariantOf(target, [], []));
	}
	async deregister(endpointName, scaled) {
		const command = new DeregisterScalableTargetCommand((0,_scaling_requests_js__WEBPACK_IMPORTED_MODULE_8__.a)(endpointName, scaled));
		const call = {
			operation: "DeregisterScalableTarget",
			endpointName
		};
		await this.#aws.translating(call, this.#aws.client.send(command).catch(unlessGone));
	}
	async put(endpointName, part) {
		switch (part.kind) {
			case "target": {
				const command = new RegisterScalableTargetCommand((0,_scaling_requests_js__WEBPACK_IMPORTED_MODULE_8__.i)(endpointName, part.scaled));
				const call = {
					operation: "RegisterScalableTarget",
					endpointName
				};
				await this.#aws.translating(call, this.#aws.client.send(command));
				return;
			}
			case "policy": {
				const input = (0,_scaling_requests_js__WEBPACK_IMPORTED_MODULE_8__.r)(endpointName, part.scaled, part.policy);
				const call = {
					operation: "PutScalingPolicy",
					endpointName
				};
				await this.#aws.translating(call, this.#aws.client.send(new PutScalingPolicyCommand(input)));
				return;
			}
			case "action": {
				const { StartTime, EndTime, ...input } = (0,_scaling_requests_js__WEBPACK_IMPORTED_MODULE_8__.t)(endpointName, part.scaled, part.action);
				const command = new PutScheduledActionCommand({
					...input,
					...StartTime !== void 0 && { StartTime: new Date(StartTime) },
					...EndTime !== void 0 && { EndTime: new Date(EndTime) }
				});
				const call = {
					operation: "PutScheduledAction",
					endpointName
				};
				await this.#aws.translating(call, this.#aws.client.send(command));
			}
		}
	}
	async #scalable(endpointName, variants) {
		return (await this.#aws.translating({
			operation: "DescribeScalableTargets",
			endpointName
		}, this.#targets(variants.map((variant) => (0,_scaling_requests_js__WEBPACK_IMPORTED_MODULE_8__.h)(endpointName, variant))))).filter(isScalable);
	}
	async #targets(resourceIds) {
		const targets = [];
		for (let first = 0; first < resourceIds.length; first += mostResources) {
			const pages = paginateDescribeScalableTargets({ client: this.#aws.client }, {
				ServiceNamespace: "sagemaker",
				ResourceIds: resourceIds.slice(first, first + mostResources)
			});
			for await (const { ScalableTargets = [] } of pages) targets.push(...ScalableTargets);
		}
		return targets;
	}
	async #policies(of) {
		const policies = [];
		const pages = paginateDescribeScalingPolicies({ client: this.#aws.client }, { ...of });
		for await (const { ScalingPolicies = [] } of pages) policies.push(...ScalingPolicies);
		return policies;
	}
	async #actions(of) {
		const actions = [];
		const pages = paginateDescribeScheduledActions({ client: this.#aws.client }, { ...of });
		for await (const { ScheduledActions = [] } of pages) actions.push(...ScheduledActions);
		return actions;
	}
};
function unlessGone(thrown) {
	const { name } = Object(thrown);
	if (name !== "ObjectNotFoundException") throw thrown;
}



/***/ }),

/***/ 9397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CloudWatchLogs: () => (/* binding */ CloudWatchLogs)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4079);
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1339);
/* harmony import */ var _EventStreamSerdeConfig_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(998);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3585);
/* harmony import */ var _configLoader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6652);
/* harmony import */ var _event_streams_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1753);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5327);
/* harmony import */ var _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2967);
/* harmony import */ var _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6066);










// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/auth/httpAuthSchemeProvider.js
const defaultCloudWatchLogsHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._t)(context).operation,
		region: await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "logs",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultCloudWatchLogsHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.r)(config);
	return Object.assign(config_0, { authSchemePreference: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(config.authSchemePreference ?? []) });
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "logs"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};

// node_modules/@aws-sdk/client-cloudwatch-logs/package.json
var version = "3.1142.0";

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/endpoint/bdd.js
const m = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = "stringEquals";
const h = { [m]: "Endpoint" };
const i = { [m]: d };
const j = { [m]: "Region" };
const k = {};
const l = [j];
const _data = {
	conditions: [
		[c, [h]],
		[c, l],
		[
			"aws.partition",
			l,
			d
		],
		[e, [{ [m]: "UseFIPS" }, b]],
		[e, [{ [m]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [i, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [i, "supportsFIPS"]
		}, b]],
		[g, [j, "us-gov-east-1"]],
		[g, [j, "us-gov-west-1"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[h, k],
		["https://logs-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://logs.us-gov-east-1.amazonaws.com", k],
		["https://logs.us-gov-west-1.amazonaws.com", k],
		["https://logs-fips.{Region}.{PartitionResult#dnsSuffix}", k],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://logs.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://logs.{Region}.{PartitionResult#dnsSuffix}", k],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	14,
	3,
	1,
	4,
	100000013,
	2,
	5,
	100000013,
	3,
	8,
	6,
	4,
	7,
	100000012,
	5,
	100000010,
	100000011,
	4,
	12,
	9,
	6,
	10,
	100000009,
	7,
	100000006,
	11,
	8,
	100000007,
	100000008,
	5,
	13,
	100000005,
	6,
	100000004,
	100000005,
	3,
	100000001,
	15,
	4,
	100000002,
	100000003
]);
const bdd = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.G.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/endpoint/endpointResolver.js
const cache = new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.W({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.H)(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.U.aws = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.d;

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/models/CloudWatchLogsServiceException.js
var CloudWatchLogsServiceException = class CloudWatchLogsServiceException extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.rt {
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, CloudWatchLogsServiceException.prototype);
	}
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/models/errors.js
var AccessDeniedException = class AccessDeniedException extends CloudWatchLogsServiceException {
	name = "AccessDeniedException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "AccessDeniedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, AccessDeniedException.prototype);
	}
};
var InvalidParameterException = class InvalidParameterException extends CloudWatchLogsServiceException {
	name = "InvalidParameterException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidParameterException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidParameterException.prototype);
	}
};
var OperationAbortedException = class OperationAbortedException extends CloudWatchLogsServiceException {
	name = "OperationAbortedException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "OperationAbortedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, OperationAbortedException.prototype);
	}
};
var ResourceNotFoundException = class ResourceNotFoundException extends CloudWatchLogsServiceException {
	name = "ResourceNotFoundException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceNotFoundException.prototype);
	}
};
var ServiceUnavailableException = class ServiceUnavailableException extends CloudWatchLogsServiceException {
	name = "ServiceUnavailableException";
	$fault = "server";
	constructor(opts) {
		super({
			name: "ServiceUnavailableException",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, ServiceUnavailableException.prototype);
	}
};
var InternalServerException = class InternalServerException extends CloudWatchLogsServiceException {
	name = "InternalServerException";
	$fault = "server";
	constructor(opts) {
		super({
			name: "InternalServerException",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, InternalServerException.prototype);
	}
};
var ThrottlingException = class ThrottlingException extends CloudWatchLogsServiceException {
	name = "ThrottlingException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ThrottlingException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ThrottlingException.prototype);
	}
};
var ValidationException = class ValidationException extends CloudWatchLogsServiceException {
	name = "ValidationException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ValidationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ValidationException.prototype);
	}
};
var InvalidOperationException = class InvalidOperationException extends CloudWatchLogsServiceException {
	name = "InvalidOperationException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidOperationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidOperationException.prototype);
	}
};
var ConflictException = class ConflictException extends CloudWatchLogsServiceException {
	name = "ConflictException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ConflictException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ConflictException.prototype);
	}
};
var ServiceQuotaExceededException = class ServiceQuotaExceededException extends CloudWatchLogsServiceException {
	name = "ServiceQuotaExceededException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ServiceQuotaExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ServiceQuotaExceededException.prototype);
	}
};
var LimitExceededException = class LimitExceededException extends CloudWatchLogsServiceException {
	name = "LimitExceededException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "LimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededException.prototype);
	}
};
var ResourceAlreadyExistsException = class ResourceAlreadyExistsException extends CloudWatchLogsServiceException {
	name = "ResourceAlreadyExistsException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceAlreadyExistsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceAlreadyExistsException.prototype);
	}
};
var DataAlreadyAcceptedException = class DataAlreadyAcceptedException extends CloudWatchLogsServiceException {
	name = "DataAlreadyAcceptedException";
	$fault = "client";
	expectedSequenceToken;
	constructor(opts) {
		super({
			name: "DataAlreadyAcceptedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DataAlreadyAcceptedException.prototype);
		this.expectedSequenceToken = opts.expectedSequenceToken;
	}
};
var InternalStreamingException = class InternalStreamingException extends CloudWatchLogsServiceException {
	name = "InternalStreamingException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InternalStreamingException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InternalStreamingException.prototype);
	}
};
var InvalidSequenceTokenException = class InvalidSequenceTokenException extends CloudWatchLogsServiceException {
	name = "InvalidSequenceTokenException";
	$fault = "client";
	expectedSequenceToken;
	constructor(opts) {
		super({
			name: "InvalidSequenceTokenException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidSequenceTokenException.prototype);
		this.expectedSequenceToken = opts.expectedSequenceToken;
	}
};
var UnrecognizedClientException = class UnrecognizedClientException extends CloudWatchLogsServiceException {
	name = "UnrecognizedClientException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "UnrecognizedClientException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, UnrecognizedClientException.prototype);
	}
};
var SessionStreamingException = class SessionStreamingException extends CloudWatchLogsServiceException {
	name = "SessionStreamingException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SessionStreamingException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SessionStreamingException.prototype);
	}
};
var SessionTimeoutException = class SessionTimeoutException extends CloudWatchLogsServiceException {
	name = "SessionTimeoutException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "SessionTimeoutException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, SessionTimeoutException.prototype);
	}
};
var MalformedQueryException = class MalformedQueryException extends CloudWatchLogsServiceException {
	name = "MalformedQueryException";
	$fault = "client";
	queryCompileError;
	constructor(opts) {
		super({
			name: "MalformedQueryException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, MalformedQueryException.prototype);
		this.queryCompileError = opts.queryCompileError;
	}
};
var TooManyTagsException = class TooManyTagsException extends CloudWatchLogsServiceException {
	name = "TooManyTagsException";
	$fault = "client";
	resourceName;
	constructor(opts) {
		super({
			name: "TooManyTagsException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, TooManyTagsException.prototype);
		this.resourceName = opts.resourceName;
	}
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/schemas/schemas_0.js
const _ADE = "AccessDeniedException";
const _CE = "ConflictException";
const _DAAE = "DataAlreadyAcceptedException";
const _DLSRe = "DescribeLogStreamsRequest";
const _DLSRes = "DescribeLogStreamsResponse";
const _DLSe = "DescribeLogStreams";
const _FLE = "FilteredLogEvent";
const _FLER = "FilterLogEventsRequest";
const _FLERi = "FilterLogEventsResponse";
const _FLEi = "FilteredLogEvents";
const _FLEil = "FilterLogEvents";
const _GLE = "GetLogEvents";
const _GLER = "GetLogEventsRequest";
const _GLERe = "GetLogEventsResponse";
const _IOE = "InvalidOperationException";
const _IPE = "InvalidParameterException";
const _ISE = "InternalServerException";
const _ISEn = "InternalStreamingException";
const _ISTE = "InvalidSequenceTokenException";
const _LEE = "LimitExceededException";
const _LS = "LogStream";
const _LSog = "LogStreams";
const _MQE = "MalformedQueryException";
const _OAE = "OperationAbortedException";
const _OLE = "OutputLogEvent";
const _OLEu = "OutputLogEvents";
const _QCE = "QueryCompileError";
const _QCEL = "QueryCompileErrorLocation";
const _RAEE = "ResourceAlreadyExistsException";
const _RNFE = "ResourceNotFoundException";
const _SLS = "SearchedLogStream";
const _SLSe = "SearchedLogStreams";
const _SQEE = "ServiceQuotaExceededException";
const _SSE = "SessionStreamingException";
const _STE = "SessionTimeoutException";
const _SUE = "ServiceUnavailableException";
const _TE = "ThrottlingException";
const _TMTE = "TooManyTagsException";
const _UCE = "UnrecognizedClientException";
const _VE = "ValidationException";
const _ar = "arn";
const _c = "client";
const _cT = "creationTime";
const _desc = "descending";
const _e = "error";
const _eCO = "endCharOffset";
const _eIv = "eventId";
const _eST = "expectedSequenceToken";
const _eTn = "endTime";
const _ev = "events";
const _fETi = "firstEventTimestamp";
const _fP = "filterPattern";
const _hE = "httpError";
const _iT = "ingestionTime";
const _in = "interleaved";
const _lETa = "lastEventTimestamp";
const _lGIo = "logGroupIdentifier";
const _lGN = "logGroupName";
const _lIT = "lastIngestionTime";
const _lSN = "logStreamName";
const _lSNP = "logStreamNamePrefix";
const _lSNo = "logStreamNames";
const _lSog = "logStreams";
const _li = "limit";
const _lo = "location";
const _m = "message";
const _nBT = "nextBackwardToken";
const _nFT = "nextForwardToken";
const _nT = "nextToken";
const _oB = "orderBy";
const _qCE = "queryCompileError";
const _rN = "resourceName";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.cloudwatchlogs";
const _sBt = "storedBytes";
const _sCO = "startCharOffset";
const _sCe = "searchedCompletely";
const _sFH = "startFromHead";
const _sLS = "searchedLogStreams";
const _sTt = "startTime";
const _se = "server";
const _tim = "timestamp";
const _u = "unmask";
const _uST = "uploadSequenceToken";
const n0 = "com.amazonaws.cloudwatchlogs";
const _s_registry = new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_7__.t(_s);
var CloudWatchLogsServiceException$ = [
	-3,
	_s,
	"CloudWatchLogsServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(CloudWatchLogsServiceException$, CloudWatchLogsServiceException);
const n0_registry = new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_7__.t(n0);
var AccessDeniedException$ = [
	-3,
	n0,
	_ADE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(AccessDeniedException$, AccessDeniedException);
var ConflictException$ = [
	-3,
	n0,
	_CE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var DataAlreadyAcceptedException$ = [
	-3,
	n0,
	_DAAE,
	{ [_e]: _c },
	[_eST, _m],
	[0, 0]
];
n0_registry.registerError(DataAlreadyAcceptedException$, DataAlreadyAcceptedException);
var InternalServerException$ = [
	-3,
	n0,
	_ISE,
	{
		[_e]: _se,
		[_hE]: 500
	},
	[_m],
	[0]
];
n0_registry.registerError(InternalServerException$, InternalServerException);
var InternalStreamingException$ = [
	-3,
	n0,
	_ISEn,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(InternalStreamingException$, InternalStreamingException);
var InvalidOperationException$ = [
	-3,
	n0,
	_IOE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(InvalidOperationException$, InvalidOperationException);
var InvalidParameterException$ = [
	-3,
	n0,
	_IPE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(InvalidParameterException$, InvalidParameterException);
var InvalidSequenceTokenException$ = [
	-3,
	n0,
	_ISTE,
	{ [_e]: _c },
	[_eST, _m],
	[0, 0]
];
n0_registry.registerError(InvalidSequenceTokenException$, InvalidSequenceTokenException);
var LimitExceededException$ = [
	-3,
	n0,
	_LEE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var MalformedQueryException$ = [
	-3,
	n0,
	_MQE,
	{ [_e]: _c },
	[_qCE, _m],
	[() => QueryCompileError$, 0]
];
n0_registry.registerError(MalformedQueryException$, MalformedQueryException);
var OperationAbortedException$ = [
	-3,
	n0,
	_OAE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(OperationAbortedException$, OperationAbortedException);
var ResourceAlreadyExistsException$ = [
	-3,
	n0,
	_RAEE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ResourceAlreadyExistsException$, ResourceAlreadyExistsException);
var ResourceNotFoundException$ = [
	-3,
	n0,
	_RNFE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var ServiceQuotaExceededException$ = [
	-3,
	n0,
	_SQEE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ServiceQuotaExceededException$, ServiceQuotaExceededException);
var ServiceUnavailableException$ = [
	-3,
	n0,
	_SUE,
	{ [_e]: _se },
	[_m],
	[0]
];
n0_registry.registerError(ServiceUnavailableException$, ServiceUnavailableException);
var SessionStreamingException$ = [
	-3,
	n0,
	_SSE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(SessionStreamingException$, SessionStreamingException);
var SessionTimeoutException$ = [
	-3,
	n0,
	_STE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(SessionTimeoutException$, SessionTimeoutException);
var ThrottlingException$ = [
	-3,
	n0,
	_TE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ThrottlingException$, ThrottlingException);
var TooManyTagsException$ = [
	-3,
	n0,
	_TMTE,
	{
		[_e]: _c,
		[_hE]: 400
	},
	[_m, _rN],
	[0, 0]
];
n0_registry.registerError(TooManyTagsException$, TooManyTagsException);
var UnrecognizedClientException$ = [
	-3,
	n0,
	_UCE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(UnrecognizedClientException$, UnrecognizedClientException);
var ValidationException$ = [
	-3,
	n0,
	_VE,
	{ [_e]: _c },
	[_m],
	[0]
];
n0_registry.registerError(ValidationException$, ValidationException);
const errorTypeRegistries = [_s_registry, n0_registry];
var DescribeLogStreamsRequest$ = [
	3,
	n0,
	_DLSRe,
	0,
	[
		_lGN,
		_lGIo,
		_lSNP,
		_oB,
		_desc,
		_nT,
		_li
	],
	[
		0,
		0,
		0,
		0,
		2,
		0,
		1
	]
];
var DescribeLogStreamsResponse$ = [
	3,
	n0,
	_DLSRes,
	0,
	[_lSog, _nT],
	[() => LogStreams, 0]
];
var FilteredLogEvent$ = [
	3,
	n0,
	_FLE,
	0,
	[
		_lSN,
		_tim,
		_m,
		_iT,
		_eIv
	],
	[
		0,
		1,
		0,
		1,
		0
	]
];
var FilterLogEventsRequest$ = [
	3,
	n0,
	_FLER,
	0,
	[
		_lGN,
		_lGIo,
		_lSNo,
		_lSNP,
		_sTt,
		_eTn,
		_fP,
		_nT,
		_li,
		_sFH,
		_in,
		_u
	],
	[
		0,
		0,
		64,
		0,
		1,
		1,
		0,
		0,
		1,
		2,
		2,
		2
	]
];
var FilterLogEventsResponse$ = [
	3,
	n0,
	_FLERi,
	0,
	[
		_ev,
		_sLS,
		_nT
	],
	[
		() => FilteredLogEvents,
		() => SearchedLogStreams,
		0
	]
];
var GetLogEventsRequest$ = [
	3,
	n0,
	_GLER,
	0,
	[
		_lSN,
		_lGN,
		_lGIo,
		_sTt,
		_eTn,
		_nT,
		_li,
		_sFH,
		_u
	],
	[
		0,
		0,
		0,
		1,
		1,
		0,
		1,
		2,
		2
	],
	1
];
var GetLogEventsResponse$ = [
	3,
	n0,
	_GLERe,
	0,
	[
		_ev,
		_nFT,
		_nBT
	],
	[
		() => OutputLogEvents,
		0,
		0
	]
];
var LogStream$ = [
	3,
	n0,
	_LS,
	0,
	[
		_lSN,
		_cT,
		_fETi,
		_lETa,
		_lIT,
		_uST,
		_ar,
		_sBt
	],
	[
		0,
		1,
		1,
		1,
		1,
		0,
		0,
		1
	]
];
var OutputLogEvent$ = [
	3,
	n0,
	_OLE,
	0,
	[
		_tim,
		_m,
		_iT
	],
	[
		1,
		0,
		1
	]
];
var QueryCompileError$ = [
	3,
	n0,
	_QCE,
	0,
	[_lo, _m],
	[() => QueryCompileErrorLocation$, 0]
];
var QueryCompileErrorLocation$ = [
	3,
	n0,
	_QCEL,
	0,
	[_sCO, _eCO],
	[1, 1]
];
var SearchedLogStream$ = [
	3,
	n0,
	_SLS,
	0,
	[_lSN, _sCe],
	[0, 2]
];
var FilteredLogEvents = [
	1,
	n0,
	_FLEi,
	0,
	() => FilteredLogEvent$
];
var LogStreams = [
	1,
	n0,
	_LSog,
	0,
	() => LogStream$
];
var OutputLogEvents = [
	1,
	n0,
	_OLEu,
	0,
	() => OutputLogEvent$
];
var SearchedLogStreams = [
	1,
	n0,
	_SLSe,
	0,
	() => SearchedLogStream$
];
var DescribeLogStreams$ = [
	9,
	n0,
	_DLSe,
	0,
	() => DescribeLogStreamsRequest$,
	() => DescribeLogStreamsResponse$
];
var FilterLogEvents$ = [
	9,
	n0,
	_FLEil,
	0,
	() => FilterLogEventsRequest$,
	() => FilterLogEventsResponse$
];
var GetLogEvents$ = [
	9,
	n0,
	_GLE,
	0,
	() => GetLogEventsRequest$,
	() => GetLogEventsResponse$
];

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2014-03-28",
		base64Decoder: config?.base64Decoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.yt,
		base64Encoder: config?.base64Encoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.vt,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultCloudWatchLogsHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.o()
		}],
		logger: config?.logger ?? new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Q(),
		protocol: config?.protocol ?? _AwsJson1_1Protocol_js__WEBPACK_IMPORTED_MODULE_6__.t,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.cloudwatchlogs",
			errorTypeRegistries,
			xmlNamespace: "http://monitoring.amazonaws.com/doc/2014-03-28/",
			version: "2014-03-28",
			serviceTarget: "Logs_20140328"
		},
		serviceId: config?.serviceId ?? "CloudWatch Logs",
		sha256: config?.sha256 ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.t,
		urlParser: config?.urlParser ?? _configLoader_js__WEBPACK_IMPORTED_MODULE_3__.r,
		utf8Decoder: config?.utf8Decoder ?? _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_7__.r,
		utf8Encoder: config?.utf8Encoder ?? _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_7__.n
	};
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.tt)(process.version);
	const defaultsMode = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.q)(config);
	const defaultConfigProvider = () => defaultsMode().then(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.nt);
	const clientSharedValues = getRuntimeConfig$1(config);
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.bt)(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.a, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.pt,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__.Y,
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.p)({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		eventStreamSerdeProvider: config?.eventStreamSerdeProvider ?? _event_streams_js__WEBPACK_IMPORTED_MODULE_4__.n,
		maxAttempts: config?.maxAttempts ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.g, config),
		region: config?.region ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.X, {
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Y,
			...loaderConfig
		}),
		requestHandler: _node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__.t.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)({
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._,
			default: async () => (await defaultConfigProvider()).retryMode || _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.y
		}, config),
		streamCollector: config?.streamCollector ?? _node_http_handler_js__WEBPACK_IMPORTED_MODULE_5__.r,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ut, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.lt, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.f, loaderConfig)
	};
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.l)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.$)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.A)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.u)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.et)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.j)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/CloudWatchLogsClient.js
var CloudWatchLogsClient = class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ct {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.b)(_config_1);
		const _config_3 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.v)(_config_2);
		const _config_4 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.J)(_config_3);
		const _config_5 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.O)(_config_4);
		const _config_6 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.V)(_config_5);
		const _config_7 = (0,_EventStreamSerdeConfig_js__WEBPACK_IMPORTED_MODULE_8__.t)(_config_6);
		const _config_8 = resolveHttpAuthSchemeConfig(_config_7);
		const _config_9 = resolveRuntimeExtensions(_config_8, configuration?.extensions || []);
		this.config = _config_9;
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ot)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.m)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.h)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.k)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.D)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.E)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.T)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.w)(this.config, {
			httpAuthSchemeParametersProvider: defaultCloudWatchLogsHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.x({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.C)(this.config));
	}
	destroy() {
		super.destroy();
	}
};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commandBuilder.js
const command = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Z)(commonParams, "Logs_20140328", "CloudWatchLogsClient", _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.B);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/DescribeLogStreamsCommand.js
var DescribeLogStreamsCommand = class extends command(_ep0, _mw0, "DescribeLogStreams", DescribeLogStreams$) {};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/FilterLogEventsCommand.js
var FilterLogEventsCommand = class extends command(_ep0, _mw0, "FilterLogEvents", FilterLogEvents$) {};

// node_modules/@aws-sdk/client-cloudwatch-logs/dist-es/commands/GetLogEventsCommand.js
var GetLogEventsCommand = class extends command(_ep0, _mw0, "GetLogEvents", GetLogEvents$) {};

// build/adapters/cloudwatch-logs.js
const mostEvents = {
	found: 1e3,
	last: 100
};
var CloudWatchLogs = class {
	#aws;
	constructor(aws) {
		this.#aws = new _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__.t(aws, CloudWatchLogsClient);
	}
	async streams(endpointName, { prefix, token }, abortSignal) {
		const order = prefix === void 0 ? {
			orderBy: "LastEventTime",
			descending: true
		} : { logStreamNamePrefix: prefix };
		const command = new DescribeLogStreamsCommand({
			logGroupName: groupOf(endpointName),
			nextToken: token,
			...order
		});
		const call = {
			operation: "DescribeLogStreams",
			endpointName
		};
		const answer = await this.#ask(call, this.#aws.client.send(command, { abortSignal }));
		const streams = answer?.logStreams?.map(({ logStreamName: name = "", creationTime = 0 }) => ({
			name,
			createdAt: creationTime
		}));
		return streams && {
			items: streams,
			next: answer?.nextToken
		};
	}
	async find(endpointName, { since, pattern, streams, token }, abortSignal) {
		const command = new FilterLogEventsCommand({
			logGroupName: groupOf(endpointName),
			logStreamNames: streams && [...streams],
			startTime: Math.floor(since),
			filterPattern: pattern,
			nextToken: token,
			limit: mostEvents.found
		});
		const call = {
			operation: "FilterLogEvents",
			endpointName
		};
		const answer = await this.#ask(call, this.#aws.client.send(command, { abortSignal }));
		const events = answer?.events?.map(({ logStreamName: stream = "", ...event }) => ({
			stream,
			...writtenOf(event)
		}));
		return events && {
			items: events,
			next: answer?.nextToken
		};
	}
	async last(endpointName, stream, abortSignal) {
		const command = new GetLogEventsCommand({
			logGroupName: groupOf(endpointName),
			logStreamName: stream,
			startFromHead: false,
			limit: mostEvents.last
		});
		const call = {
			operation: "GetLogEvents",
			endpointName
		};
		return (await this.#ask(call, this.#aws.client.send(command, { abortSignal })))?.events?.map(writtenOf);
	}
	#ask(call, answer) {
		return this.#aws.translating(call, answer.catch(undefinedWhereMissing));
	}
};
function undefinedWhereMissing(thrown) {
	const { name } = Object(thrown);
	if (name !== "ResourceNotFoundException") throw thrown;
}
function writtenOf({ timestamp: at = 0, message = "" }) {
	return {
		at,
		message
	};
}
function groupOf(endpointName) {
	return `/aws/sagemaker/Endpoints/${endpointName}`;
}



/***/ }),

/***/ 4593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CloudWatch: () => (/* binding */ CloudWatch)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4079);
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1339);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3585);
/* harmony import */ var _configLoader_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6652);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5327);
/* harmony import */ var _AwsJsonRpcProtocol_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1187);
/* harmony import */ var _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6066);








// node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/numberSelector.js
const numberSelector = (obj, key, type) => {
	if (!(key in obj)) return;
	const numberValue = parseInt(obj[key], 10);
	if (Number.isNaN(numberValue)) throw new TypeError(`Cannot load ${type} '${key}'. Expected number, got '${obj[key]}'.`);
	return numberValue;
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/json/AwsJson1_0Protocol.js
var AwsJson1_0Protocol = class extends _AwsJsonRpcProtocol_js__WEBPACK_IMPORTED_MODULE_5__.t {
	constructor({ defaultNamespace, errorTypeRegistries, serviceTarget, awsQueryCompatible, jsonCodec }) {
		super({
			defaultNamespace,
			errorTypeRegistries,
			serviceTarget,
			awsQueryCompatible,
			jsonCodec
		});
	}
	getShapeId() {
		return "aws.protocols#awsJson1_0";
	}
	getJsonRpcVersion() {
		return "1.0";
	}
	getDefaultContentType() {
		return "application/x-amz-json-1.0";
	}
};

// node_modules/@smithy/middleware-compression/dist-es/NODE_DISABLE_REQUEST_COMPRESSION_CONFIG_OPTIONS.js
const NODE_DISABLE_REQUEST_COMPRESSION_ENV_NAME = "AWS_DISABLE_REQUEST_COMPRESSION";
const NODE_DISABLE_REQUEST_COMPRESSION_INI_NAME = "disable_request_compression";
const DEFAULT_DISABLE_REQUEST_COMPRESSION = false;
const NODE_DISABLE_REQUEST_COMPRESSION_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ft)(env, NODE_DISABLE_REQUEST_COMPRESSION_ENV_NAME, _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.dt.ENV),
	configFileSelector: (profile) => (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ft)(profile, NODE_DISABLE_REQUEST_COMPRESSION_INI_NAME, _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.dt.CONFIG),
	default: false
};

// node_modules/@smithy/middleware-compression/dist-es/NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_CONFIG_OPTIONS.js
const NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_ENV_NAME = "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES";
const NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_INI_NAME = "request_min_compression_size_bytes";
const DEFAULT_NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES = 10240;
const NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_CONFIG_OPTIONS = {
	environmentVariableSelector: (env) => numberSelector(env, NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_ENV_NAME, _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.dt.ENV),
	configFileSelector: (profile) => numberSelector(profile, NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_INI_NAME, _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.dt.CONFIG),
	default: DEFAULT_NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES
};

// node_modules/@smithy/middleware-compression/dist-es/resolveCompressionConfig.js
const resolveCompressionConfig = (input) => {
	const { disableRequestCompression, requestMinCompressionSizeBytes: _requestMinCompressionSizeBytes } = input;
	return Object.assign(input, {
		disableRequestCompression: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(disableRequestCompression),
		requestMinCompressionSizeBytes: async () => {
			const requestMinCompressionSizeBytes = await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(_requestMinCompressionSizeBytes)();
			if (requestMinCompressionSizeBytes < 0 || requestMinCompressionSizeBytes > 10485760) throw new RangeError(`The value for requestMinCompressionSizeBytes must be between 0 and 10485760 inclusive. The provided value ${requestMinCompressionSizeBytes} is outside this range."`);
			return requestMinCompressionSizeBytes;
		}
	});
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/auth/httpAuthSchemeProvider.js
const defaultCloudWatchHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._t)(context).operation,
		region: await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "monitoring",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultCloudWatchHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.r)(config);
	return Object.assign(config_0, { authSchemePreference: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(config.authSchemePreference ?? []) });
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "monitoring"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};

// node_modules/@aws-sdk/client-cloudwatch/package.json
var version = "3.1142.0";

// node_modules/@aws-sdk/client-cloudwatch/dist-es/endpoint/bdd.js
const k = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = { [k]: "Endpoint" };
const h = { [k]: d };
const i = {};
const j = [{ [k]: "Region" }];
const _data = {
	conditions: [
		[c, [g]],
		[c, j],
		[
			"aws.partition",
			j,
			d
		],
		[e, [{ [k]: "UseFIPS" }, b]],
		[e, [{ [k]: "UseDualStack" }, b]],
		["stringEquals", [{
			fn: f,
			argv: [h, "name"]
		}, "aws-us-gov"]],
		[e, [{
			fn: f,
			argv: [h, "supportsFIPS"]
		}, b]],
		[e, [{
			fn: f,
			argv: [h, "supportsDualStack"]
		}, b]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[g, i],
		["https://monitoring.{Region}.{PartitionResult#dnsSuffix}", i],
		["https://monitoring.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		["https://monitoring-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", i],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://monitoring-fips.{Region}.{PartitionResult#dnsSuffix}", i],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	14,
	3,
	1,
	4,
	100000011,
	2,
	5,
	100000011,
	3,
	8,
	6,
	4,
	7,
	100000004,
	7,
	100000005,
	100000010,
	4,
	11,
	9,
	5,
	100000004,
	10,
	6,
	100000008,
	100000009,
	5,
	100000005,
	12,
	6,
	13,
	100000007,
	7,
	100000006,
	100000007,
	3,
	100000001,
	15,
	4,
	100000002,
	100000003
]);
const bdd = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.G.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-cloudwatch/dist-es/endpoint/endpointResolver.js
const cache = new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.W({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.H)(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.U.aws = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.d;

// node_modules/@aws-sdk/client-cloudwatch/dist-es/models/CloudWatchServiceException.js
var CloudWatchServiceException = class CloudWatchServiceException extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.rt {
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, CloudWatchServiceException.prototype);
	}
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/models/errors.js
var ConflictException = class ConflictException extends CloudWatchServiceException {
	name = "ConflictException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ConflictException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ConflictException.prototype);
		this.Message = opts.Message;
	}
};
var KmsAccessDeniedException = class KmsAccessDeniedException extends CloudWatchServiceException {
	name = "KmsAccessDeniedException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "KmsAccessDeniedException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, KmsAccessDeniedException.prototype);
		this.Message = opts.Message;
	}
};
var KmsKeyDisabledException = class KmsKeyDisabledException extends CloudWatchServiceException {
	name = "KmsKeyDisabledException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "KmsKeyDisabledException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, KmsKeyDisabledException.prototype);
		this.Message = opts.Message;
	}
};
var KmsKeyNotFoundException = class KmsKeyNotFoundException extends CloudWatchServiceException {
	name = "KmsKeyNotFoundException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "KmsKeyNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, KmsKeyNotFoundException.prototype);
		this.Message = opts.Message;
	}
};
var ResourceNotFoundException = class ResourceNotFoundException extends CloudWatchServiceException {
	name = "ResourceNotFoundException";
	$fault = "client";
	ResourceType;
	ResourceId;
	Message;
	constructor(opts) {
		super({
			name: "ResourceNotFoundException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceNotFoundException.prototype);
		this.ResourceType = opts.ResourceType;
		this.ResourceId = opts.ResourceId;
		this.Message = opts.Message;
	}
};
var ConcurrentModificationException = class ConcurrentModificationException extends CloudWatchServiceException {
	name = "ConcurrentModificationException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ConcurrentModificationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ConcurrentModificationException.prototype);
		this.Message = opts.Message;
	}
};
var DashboardInvalidInputError = class DashboardInvalidInputError extends CloudWatchServiceException {
	name = "DashboardInvalidInputError";
	$fault = "client";
	dashboardValidationMessages;
	constructor(opts) {
		super({
			name: "DashboardInvalidInputError",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DashboardInvalidInputError.prototype);
		this.dashboardValidationMessages = opts.dashboardValidationMessages;
	}
};
var DashboardNotFoundError = class DashboardNotFoundError extends CloudWatchServiceException {
	name = "DashboardNotFoundError";
	$fault = "client";
	constructor(opts) {
		super({
			name: "DashboardNotFoundError",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, DashboardNotFoundError.prototype);
	}
};
var ResourceConflict = class ResourceConflict extends CloudWatchServiceException {
	name = "ResourceConflict";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceConflict",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceConflict.prototype);
	}
};
var ResourceNotFound = class ResourceNotFound extends CloudWatchServiceException {
	name = "ResourceNotFound";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ResourceNotFound",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ResourceNotFound.prototype);
	}
};
var InternalServiceFault = class InternalServiceFault extends CloudWatchServiceException {
	name = "InternalServiceFault";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "InternalServiceFault",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, InternalServiceFault.prototype);
		this.Message = opts.Message;
	}
};
var InvalidParameterCombinationException = class InvalidParameterCombinationException extends CloudWatchServiceException {
	name = "InvalidParameterCombinationException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidParameterCombinationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidParameterCombinationException.prototype);
	}
};
var InvalidParameterValueException = class InvalidParameterValueException extends CloudWatchServiceException {
	name = "InvalidParameterValueException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidParameterValueException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidParameterValueException.prototype);
	}
};
var MissingRequiredParameterException = class MissingRequiredParameterException extends CloudWatchServiceException {
	name = "MissingRequiredParameterException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "MissingRequiredParameterException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, MissingRequiredParameterException.prototype);
	}
};
var InvalidNextToken = class InvalidNextToken extends CloudWatchServiceException {
	name = "InvalidNextToken";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidNextToken",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidNextToken.prototype);
	}
};
var LimitExceededException = class LimitExceededException extends CloudWatchServiceException {
	name = "LimitExceededException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "LimitExceededException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededException.prototype);
		this.Message = opts.Message;
	}
};
var LimitExceededFault = class LimitExceededFault extends CloudWatchServiceException {
	name = "LimitExceededFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "LimitExceededFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, LimitExceededFault.prototype);
	}
};
var InvalidFormatFault = class InvalidFormatFault extends CloudWatchServiceException {
	name = "InvalidFormatFault";
	$fault = "client";
	constructor(opts) {
		super({
			name: "InvalidFormatFault",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, InvalidFormatFault.prototype);
	}
};
var ValidationException = class ValidationException extends CloudWatchServiceException {
	name = "ValidationException";
	$fault = "client";
	constructor(opts) {
		super({
			name: "ValidationException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ValidationException.prototype);
	}
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/schemas/schemas_0.js
const _AA = "AlarmActions";
const _AAl = "AlarmArn";
const _ACA = "AlarmContributorAttributes";
const _ACI = "AlarmContributorId";
const _ACUT = "AlarmConfigurationUpdatedTimestamp";
const _ADl = "AlarmDescription";
const _AE = "ActionsEnabled";
const _AEg = "AggregationExpression";
const _AHI = "AlarmHistoryItem";
const _AHIl = "AlarmHistoryItems";
const _AI = "AccountId";
const _ALLC = "ActionLogLineCount";
const _ALLRA = "ActionLogLineRoleArn";
const _AN = "AlarmName";
const _ANP = "AlarmNamePrefix";
const _ANl = "AlarmNames";
const _AP = "ActionPrefix";
const _APQLC = "AlarmPromQLCriteria";
const _AR = "AlarmRule";
const _AS = "ActionsSuppressor";
const _ASB = "ActionsSuppressedBy";
const _ASEP = "ActionsSuppressorExtensionPeriod";
const _ASR = "ActionsSuppressedReason";
const _ASWP = "ActionsSuppressorWaitPeriod";
const _AT = "AlarmType";
const _ATl = "AlarmTypes";
const _CAo = "CompositeAlarm";
const _CAom = "CompositeAlarms";
const _CE = "ConflictException";
const _CME = "ConcurrentModificationException";
const _CO = "ComparisonOperator";
const _COAN = "ChildrenOfAlarmName";
const _Cod = "Code";
const _D = "Dimensions";
const _DAH = "DescribeAlarmHistory";
const _DAHI = "DescribeAlarmHistoryInput";
const _DAHO = "DescribeAlarmHistoryOutput";
const _DAIe = "DescribeAlarmsInput";
const _DAO = "DescribeAlarmsOutput";
const _DAes = "DescribeAlarms";
const _DIIE = "DashboardInvalidInputError";
const _DNFE = "DashboardNotFoundError";
const _DP = "DataPath";
const _DTA = "DatapointsToAlarm";
const _DVM = "DashboardValidationMessage";
const _DVMa = "DashboardValidationMessages";
const _Di = "Dimension";
const _EC = "EvaluationCriteria";
const _EDn = "EndDate";
const _EI = "EvaluationInterval";
const _ELSCP = "EvaluateLowSampleCountPercentile";
const _EP = "EvaluationPeriods";
const _ESv = "EvaluationState";
const _ESx = "ExtendedStatistic";
const _ET = "EndTime";
const _ETO = "EndTimeOffset";
const _EW = "EvaluationWindow";
const _Ex = "Expression";
const _GMD = "GetMetricData";
const _GMDI = "GetMetricDataInput";
const _GMDO = "GetMetricDataOutput";
const _HD = "HistoryData";
const _HIT = "HistoryItemType";
const _HS = "HistorySummary";
const _I = "Id";
const _IDA = "InsufficientDataActions";
const _IFF = "InvalidFormatFault";
const _INT = "InvalidNextToken";
const _IPCE = "InvalidParameterCombinationException";
const _IPVE = "InvalidParameterValueException";
const _ISF = "InternalServiceFault";
const _KADE = "KmsAccessDeniedException";
const _KKDE = "KmsKeyDisabledException";
const _KKNFE = "KmsKeyNotFoundException";
const _Ke = "Key";
const _L = "Label";
const _LA = "LogAlarms";
const _LAo = "LogAlarm";
const _LEE = "LimitExceededException";
const _LEF = "LimitExceededFault";
const _LGI = "LogGroupIdentifiers";
const _LO = "LabelOptions";
const _M = "Message";
const _MA = "MetricAlarms";
const _MAe = "MetricAlarm";
const _MDQ = "MetricDataQueries";
const _MDQe = "MetricDataQuery";
const _MDR = "MetricDataResults";
const _MDRM = "MetricDataResultMessages";
const _MDRe = "MetricDataResult";
const _MDa = "MaxDatapoints";
const _MDes = "MessageData";
const _MN = "MetricName";
const _MR = "MaxRecords";
const _MRPE = "MissingRequiredParameterException";
const _MSe = "MetricStat";
const _Me = "Metrics";
const _Mes = "Messages";
const _Met = "Metric";
const _N = "Namespace";
const _NT = "NextToken";
const _Na = "Name";
const _OKA = "OKActions";
const _OSEAWUPE = "OnlyStartEvaluatingAfterWarmUpPeriodEnds";
const _P = "Period";
const _POAN = "ParentsOfAlarmName";
const _PP = "PendingPeriod";
const _PQLC = "PromQLCriteria";
const _Q = "Query";
const _QARN = "QueryARN";
const _QRTA = "QueryResultsToAlarm";
const _QRTE = "QueryResultsToEvaluate";
const _QS = "QueryString";
const _RC = "ResourceConflict";
const _RD = "ReturnData";
const _RI = "ResourceId";
const _RNF = "ResourceNotFound";
const _RNFE = "ResourceNotFoundException";
const _RP = "RecoveryPeriod";
const _RT = "ResourceType";
const _SB = "ScanBy";
const _SCc = "ScheduleConfiguration";
const _SCta = "StatusCode";
const _SD = "StartDate";
const _SE = "ScheduleExpression";
const _SQC = "ScheduledQueryConfiguration";
const _SQRARN = "ScheduledQueryRoleARN";
const _SR = "StateReason";
const _SRD = "StateReasonData";
const _ST = "StartTime";
const _STO = "StartTimeOffset";
const _STT = "StateTransitionedTimestamp";
const _SUT = "StateUpdatedTimestamp";
const _SV = "StateValue";
const _SW = "SlidingWindow";
const _St = "Stat";
const _Sta = "Statistic";
const _T = "Timestamp";
const _TL = "TagList";
const _TMD = "TreatMissingData";
const _TMI = "ThresholdMetricId";
const _Ta = "Tags";
const _Tag = "Tag";
const _Th = "Threshold";
const _Ti = "Timezone";
const _Tim = "Timestamps";
const _U = "Unit";
const _V = "Value";
const _VE = "ValidationException";
const _Va = "Values";
const _WCW = "WallClockWindow";
const _WUC = "WarmUpConfiguration";
const _WUPDIM = "WarmUpPeriodDurationInMinutes";
const _aQE = "awsQueryError";
const _c = "client";
const _dVM = "dashboardValidationMessages";
const _e = "error";
const _hE = "httpError";
const _m = "message";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.cloudwatch";
const _se = "server";
const n0 = "com.amazonaws.cloudwatch";
const _s_registry = new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__.t(_s);
var CloudWatchServiceException$ = [
	-3,
	_s,
	"CloudWatchServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(CloudWatchServiceException$, CloudWatchServiceException);
const n0_registry = new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__.t(n0);
var ConcurrentModificationException$ = [
	-3,
	n0,
	_CME,
	{
		[_aQE]: [`ConcurrentModificationException`, 429],
		[_e]: _c,
		[_hE]: 429
	},
	[_M],
	[0]
];
n0_registry.registerError(ConcurrentModificationException$, ConcurrentModificationException);
var ConflictException$ = [
	-3,
	n0,
	_CE,
	{
		[_e]: _c,
		[_hE]: 409
	},
	[_M],
	[0]
];
n0_registry.registerError(ConflictException$, ConflictException);
var DashboardInvalidInputError$ = [
	-3,
	n0,
	_DIIE,
	{
		[_aQE]: [`InvalidParameterInput`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m, _dVM],
	[0, () => DashboardValidationMessages]
];
n0_registry.registerError(DashboardInvalidInputError$, DashboardInvalidInputError);
var DashboardNotFoundError$ = [
	-3,
	n0,
	_DNFE,
	{
		[_aQE]: [`ResourceNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(DashboardNotFoundError$, DashboardNotFoundError);
var InternalServiceFault$ = [
	-3,
	n0,
	_ISF,
	{
		[_aQE]: [`InternalServiceError`, 500],
		[_e]: _se,
		[_hE]: 500
	},
	[_M],
	[0]
];
n0_registry.registerError(InternalServiceFault$, InternalServiceFault);
var InvalidFormatFault$ = [
	-3,
	n0,
	_IFF,
	{
		[_aQE]: [`InvalidFormat`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidFormatFault$, InvalidFormatFault);
var InvalidNextToken$ = [
	-3,
	n0,
	_INT,
	{
		[_aQE]: [`InvalidNextToken`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidNextToken$, InvalidNextToken);
var InvalidParameterCombinationException$ = [
	-3,
	n0,
	_IPCE,
	{
		[_aQE]: [`InvalidParameterCombination`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidParameterCombinationException$, InvalidParameterCombinationException);
var InvalidParameterValueException$ = [
	-3,
	n0,
	_IPVE,
	{
		[_aQE]: [`InvalidParameterValue`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(InvalidParameterValueException$, InvalidParameterValueException);
var KmsAccessDeniedException$ = [
	-3,
	n0,
	_KADE,
	{ [_e]: _c },
	[_M],
	[0],
	1
];
n0_registry.registerError(KmsAccessDeniedException$, KmsAccessDeniedException);
var KmsKeyDisabledException$ = [
	-3,
	n0,
	_KKDE,
	{ [_e]: _c },
	[_M],
	[0],
	1
];
n0_registry.registerError(KmsKeyDisabledException$, KmsKeyDisabledException);
var KmsKeyNotFoundException$ = [
	-3,
	n0,
	_KKNFE,
	{ [_e]: _c },
	[_M],
	[0],
	1
];
n0_registry.registerError(KmsKeyNotFoundException$, KmsKeyNotFoundException);
var LimitExceededException$ = [
	-3,
	n0,
	_LEE,
	{
		[_aQE]: [`LimitExceededException`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var LimitExceededFault$ = [
	-3,
	n0,
	_LEF,
	{
		[_aQE]: [`LimitExceeded`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(LimitExceededFault$, LimitExceededFault);
var MissingRequiredParameterException$ = [
	-3,
	n0,
	_MRPE,
	{
		[_aQE]: [`MissingParameter`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(MissingRequiredParameterException$, MissingRequiredParameterException);
var ResourceConflict$ = [
	-3,
	n0,
	_RC,
	{
		[_aQE]: [`ResourceConflict`, 409],
		[_e]: _c,
		[_hE]: 409
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceConflict$, ResourceConflict);
var ResourceNotFound$ = [
	-3,
	n0,
	_RNF,
	{
		[_aQE]: [`ResourceNotFound`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[_m],
	[0]
];
n0_registry.registerError(ResourceNotFound$, ResourceNotFound);
var ResourceNotFoundException$ = [
	-3,
	n0,
	_RNFE,
	{
		[_aQE]: [`ResourceNotFoundException`, 404],
		[_e]: _c,
		[_hE]: 404
	},
	[
		_RT,
		_RI,
		_M
	],
	[
		0,
		0,
		0
	]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var ValidationException$ = [
	-3,
	n0,
	_VE,
	{
		[_aQE]: [`ValidationError`, 400],
		[_e]: _c,
		[_hE]: 400
	},
	[_m],
	[0]
];
n0_registry.registerError(ValidationException$, ValidationException);
const errorTypeRegistries = [_s_registry, n0_registry];
var AlarmHistoryItem$ = [
	3,
	n0,
	_AHI,
	0,
	[
		_AN,
		_ACI,
		_AT,
		_T,
		_HIT,
		_HS,
		_HD,
		_ACA
	],
	[
		0,
		0,
		0,
		4,
		0,
		0,
		0,
		128
	]
];
var AlarmPromQLCriteria$ = [
	3,
	n0,
	_APQLC,
	0,
	[
		_Q,
		_PP,
		_RP
	],
	[
		0,
		1,
		1
	],
	1
];
var CompositeAlarm$ = [
	3,
	n0,
	_CAo,
	0,
	[
		_AE,
		_AA,
		_AAl,
		_ACUT,
		_ADl,
		_AN,
		_AR,
		_IDA,
		_OKA,
		_SR,
		_SRD,
		_SUT,
		_SV,
		_STT,
		_ASB,
		_ASR,
		_AS,
		_ASWP,
		_ASEP
	],
	[
		2,
		64,
		0,
		4,
		0,
		0,
		0,
		64,
		64,
		0,
		0,
		4,
		0,
		4,
		0,
		0,
		0,
		1,
		1
	]
];
var DashboardValidationMessage$ = [
	3,
	n0,
	_DVM,
	0,
	[_DP, _M],
	[0, 0]
];
var DescribeAlarmHistoryInput$ = [
	3,
	n0,
	_DAHI,
	0,
	[
		_AN,
		_ACI,
		_ATl,
		_HIT,
		_SD,
		_EDn,
		_MR,
		_NT,
		_SB
	],
	[
		0,
		0,
		64,
		0,
		4,
		4,
		1,
		0,
		0
	]
];
var DescribeAlarmHistoryOutput$ = [
	3,
	n0,
	_DAHO,
	0,
	[_AHIl, _NT],
	[() => AlarmHistoryItems, 0]
];
var DescribeAlarmsInput$ = [
	3,
	n0,
	_DAIe,
	0,
	[
		_ANl,
		_ANP,
		_ATl,
		_COAN,
		_POAN,
		_SV,
		_AP,
		_MR,
		_NT
	],
	[
		64,
		0,
		64,
		0,
		0,
		0,
		0,
		1,
		0
	]
];
var DescribeAlarmsOutput$ = [
	3,
	n0,
	_DAO,
	0,
	[
		_CAom,
		_MA,
		_LA,
		_NT
	],
	[
		() => CompositeAlarms,
		() => MetricAlarms,
		() => LogAlarms,
		0
	]
];
var Dimension$ = [
	3,
	n0,
	_Di,
	0,
	[_Na, _V],
	[0, 0],
	2
];
var GetMetricDataInput$ = [
	3,
	n0,
	_GMDI,
	0,
	[
		_MDQ,
		_ST,
		_ET,
		_NT,
		_SB,
		_MDa,
		_LO
	],
	[
		() => MetricDataQueries,
		4,
		4,
		0,
		0,
		1,
		() => LabelOptions$
	],
	3
];
var GetMetricDataOutput$ = [
	3,
	n0,
	_GMDO,
	0,
	[
		_MDR,
		_NT,
		_Mes
	],
	[
		() => MetricDataResults,
		0,
		() => MetricDataResultMessages
	]
];
var LabelOptions$ = [
	3,
	n0,
	_LO,
	0,
	[_Ti],
	[0]
];
var LogAlarm$ = [
	3,
	n0,
	_LAo,
	0,
	[
		_AN,
		_AAl,
		_ADl,
		_ACUT,
		_AE,
		_OKA,
		_AA,
		_IDA,
		_SV,
		_SR,
		_SRD,
		_SUT,
		_SQC,
		_QRTE,
		_QRTA,
		_Th,
		_CO,
		_TMD,
		_STT,
		_ESv,
		_ALLC,
		_ALLRA,
		_WUC
	],
	[
		0,
		0,
		0,
		4,
		2,
		64,
		64,
		64,
		0,
		0,
		0,
		4,
		() => ScheduledQueryConfiguration$,
		1,
		1,
		1,
		0,
		0,
		4,
		0,
		1,
		0,
		() => WarmUpConfiguration$
	]
];
var MessageData$ = [
	3,
	n0,
	_MDes,
	0,
	[_Cod, _V],
	[0, 0]
];
var Metric$ = [
	3,
	n0,
	_Met,
	0,
	[
		_N,
		_MN,
		_D
	],
	[
		0,
		0,
		() => Dimensions
	]
];
var MetricAlarm$ = [
	3,
	n0,
	_MAe,
	0,
	[
		_AN,
		_AAl,
		_ADl,
		_ACUT,
		_AE,
		_OKA,
		_AA,
		_IDA,
		_SV,
		_SR,
		_SRD,
		_SUT,
		_MN,
		_N,
		_Sta,
		_ESx,
		_D,
		_P,
		_U,
		_EP,
		_DTA,
		_Th,
		_CO,
		_TMD,
		_ELSCP,
		_Me,
		_TMI,
		_ESv,
		_STT,
		_EW,
		_WUC,
		_EC,
		_EI
	],
	[
		0,
		0,
		0,
		4,
		2,
		64,
		64,
		64,
		0,
		0,
		0,
		4,
		0,
		0,
		0,
		0,
		() => Dimensions,
		1,
		0,
		1,
		1,
		1,
		0,
		0,
		0,
		() => MetricDataQueries,
		0,
		0,
		4,
		() => EvaluationWindow$,
		() => WarmUpConfiguration$,
		() => EvaluationCriteria$,
		1
	]
];
var MetricDataQuery$ = [
	3,
	n0,
	_MDQe,
	0,
	[
		_I,
		_MSe,
		_Ex,
		_L,
		_RD,
		_P,
		_AI
	],
	[
		0,
		() => MetricStat$,
		0,
		0,
		2,
		1,
		0
	],
	1
];
var MetricDataResult$ = [
	3,
	n0,
	_MDRe,
	0,
	[
		_I,
		_L,
		_Tim,
		_Va,
		_SCta,
		_Mes
	],
	[
		0,
		0,
		68,
		65,
		0,
		() => MetricDataResultMessages
	]
];
var MetricStat$ = [
	3,
	n0,
	_MSe,
	0,
	[
		_Met,
		_P,
		_St,
		_U
	],
	[
		() => Metric$,
		1,
		0,
		0
	],
	3
];
var ScheduleConfiguration$ = [
	3,
	n0,
	_SCc,
	0,
	[
		_SE,
		_STO,
		_ETO
	],
	[
		0,
		1,
		1
	],
	2
];
var ScheduledQueryConfiguration$ = [
	3,
	n0,
	_SQC,
	0,
	[
		_QS,
		_SQRARN,
		_SCc,
		_AEg,
		_LGI,
		_QARN,
		_Ta
	],
	[
		0,
		0,
		() => ScheduleConfiguration$,
		0,
		64,
		0,
		() => TagList
	],
	4
];
var SlidingWindow$ = [
	3,
	n0,
	_SW,
	0,
	[],
	[]
];
var Tag$ = [
	3,
	n0,
	_Tag,
	0,
	[_Ke, _V],
	[0, 0],
	2
];
var WallClockWindow$ = [
	3,
	n0,
	_WCW,
	0,
	[_Ti],
	[0]
];
var WarmUpConfiguration$ = [
	3,
	n0,
	_WUC,
	0,
	[_WUPDIM, _OSEAWUPE],
	[1, 2],
	1
];
var AlarmHistoryItems = [
	1,
	n0,
	_AHIl,
	0,
	() => AlarmHistoryItem$
];
var CompositeAlarms = [
	1,
	n0,
	_CAom,
	0,
	() => CompositeAlarm$
];
var DashboardValidationMessages = [
	1,
	n0,
	_DVMa,
	0,
	() => DashboardValidationMessage$
];
var Dimensions = [
	1,
	n0,
	_D,
	0,
	() => Dimension$
];
var LogAlarms = [
	1,
	n0,
	_LA,
	0,
	() => LogAlarm$
];
var MetricAlarms = [
	1,
	n0,
	_MA,
	0,
	() => MetricAlarm$
];
var MetricDataQueries = [
	1,
	n0,
	_MDQ,
	0,
	() => MetricDataQuery$
];
var MetricDataResultMessages = [
	1,
	n0,
	_MDRM,
	0,
	() => MessageData$
];
var MetricDataResults = [
	1,
	n0,
	_MDR,
	0,
	() => MetricDataResult$
];
var TagList = [
	1,
	n0,
	_TL,
	0,
	() => Tag$
];
var EvaluationCriteria$ = [
	4,
	n0,
	_EC,
	0,
	[_PQLC],
	[() => AlarmPromQLCriteria$]
];
var EvaluationWindow$ = [
	4,
	n0,
	_EW,
	0,
	[_WCW, _SW],
	[() => WallClockWindow$, () => SlidingWindow$]
];
var DescribeAlarmHistory$ = [
	9,
	n0,
	_DAH,
	0,
	() => DescribeAlarmHistoryInput$,
	() => DescribeAlarmHistoryOutput$
];
var DescribeAlarms$ = [
	9,
	n0,
	_DAes,
	0,
	() => DescribeAlarmsInput$,
	() => DescribeAlarmsOutput$
];
var GetMetricData$ = [
	9,
	n0,
	_GMD,
	0,
	() => GetMetricDataInput$,
	() => GetMetricDataOutput$
];

// node_modules/@aws-sdk/client-cloudwatch/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2010-08-01",
		base64Decoder: config?.base64Decoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.yt,
		base64Encoder: config?.base64Encoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.vt,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultCloudWatchHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.o()
		}],
		logger: config?.logger ?? new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Q(),
		protocol: config?.protocol ?? AwsJson1_0Protocol,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.cloudwatch",
			errorTypeRegistries,
			xmlNamespace: "http://monitoring.amazonaws.com/doc/2010-08-01/",
			version: "2010-08-01",
			serviceTarget: "GraniteServiceVersion20100801",
			awsQueryCompatible: true
		},
		serviceId: config?.serviceId ?? "CloudWatch",
		sha256: config?.sha256 ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.t,
		urlParser: config?.urlParser ?? _configLoader_js__WEBPACK_IMPORTED_MODULE_3__.r,
		utf8Decoder: config?.utf8Decoder ?? _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__.r,
		utf8Encoder: config?.utf8Encoder ?? _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_6__.n
	};
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.tt)(process.version);
	const defaultsMode = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.q)(config);
	const defaultConfigProvider = () => defaultsMode().then(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.nt);
	const clientSharedValues = getRuntimeConfig$1(config);
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.bt)(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.a, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.pt,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__.Y,
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.p)({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		disableRequestCompression: config?.disableRequestCompression ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(NODE_DISABLE_REQUEST_COMPRESSION_CONFIG_OPTIONS, config),
		maxAttempts: config?.maxAttempts ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.g, config),
		region: config?.region ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.X, {
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Y,
			...loaderConfig
		}),
		requestHandler: _node_http_handler_js__WEBPACK_IMPORTED_MODULE_4__.t.create(config?.requestHandler ?? defaultConfigProvider),
		requestMinCompressionSizeBytes: config?.requestMinCompressionSizeBytes ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(NODE_REQUEST_MIN_COMPRESSION_SIZE_BYTES_CONFIG_OPTIONS, config),
		retryMode: config?.retryMode ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)({
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._,
			default: async () => (await defaultConfigProvider()).retryMode || _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.y
		}, config),
		streamCollector: config?.streamCollector ?? _node_http_handler_js__WEBPACK_IMPORTED_MODULE_4__.r,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ut, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.lt, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_3__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.f, loaderConfig)
	};
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.l)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.$)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.A)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.u)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.et)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.j)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/CloudWatchClient.js
var CloudWatchClient = class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ct {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.b)(_config_1);
		const _config_3 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.v)(_config_2);
		const _config_4 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.J)(_config_3);
		const _config_5 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.O)(_config_4);
		const _config_6 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.V)(_config_5);
		const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
		const _config_8 = resolveCompressionConfig(_config_7);
		const _config_9 = resolveRuntimeExtensions(_config_8, configuration?.extensions || []);
		this.config = _config_9;
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ot)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.m)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.h)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.k)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.D)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.E)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.T)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.w)(this.config, {
			httpAuthSchemeParametersProvider: defaultCloudWatchHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.x({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.C)(this.config));
	}
	destroy() {
		super.destroy();
	}
};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/commandBuilder.js
const command = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Z)(commonParams, "GraniteServiceVersion20100801", "CloudWatchClient", _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.B);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/DescribeAlarmHistoryCommand.js
var DescribeAlarmHistoryCommand = class extends command(_ep0, _mw0, "DescribeAlarmHistory", DescribeAlarmHistory$) {};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/DescribeAlarmsCommand.js
var DescribeAlarmsCommand = class extends command(_ep0, _mw0, "DescribeAlarms", DescribeAlarms$) {};

// node_modules/@aws-sdk/client-cloudwatch/dist-es/commands/GetMetricDataCommand.js
var GetMetricDataCommand = class extends command(_ep0, _mw0, "GetMetricData", GetMetricData$) {};

// build/adapters/cloudwatch-answers.js
function metricAlarmOf(alarm) {
	const { EvaluationPeriods = 1 } = alarm;
	return {
		kind: "metric",
		...stateOf(alarm),
		watches: watchedBy(alarm),
		comparison: alarm.ComparisonOperator ?? "",
		threshold: alarm.Threshold,
		evaluationPeriods: EvaluationPeriods,
		datapointsToAlarm: alarm.DatapointsToAlarm ?? EvaluationPeriods,
		treatMissingData: alarm.TreatMissingData ?? "missing"
	};
}
function compositeAlarmOf(alarm) {
	return {
		kind: "composite",
		...stateOf(alarm),
		rule: alarm.AlarmRule ?? ""
	};
}
function logAlarmOf(alarm) {
	return {
		kind: "log",
		...stateOf(alarm)
	};
}
function stateOf(alarm) {
	const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
	return {
		state: alarm.StateValue ?? "unknown",
		stateReason: alarm.StateReason,
		stateSince: since?.getTime()
	};
}
function watchedBy(alarm) {
	if (alarm.Metrics?.length) return {
		kind: "expression",
		queries: alarm.Metrics.map(queryOf)
	};
	if (alarm.MetricName === void 0) return { kind: "other" };
	const { Statistic, ExtendedStatistic, Period = 60, Unit: unit } = alarm;
	const statistic = Statistic ?? ExtendedStatistic ?? "";
	return {
		kind: "metric",
		...metricOf(alarm),
		statistic,
		periodSeconds: Period,
		unit
	};
}
function queryOf(query) {
	const { Id = "", Expression, MetricStat, ReturnData, Period, AccountId } = query;
	const { Metric: metric, Stat = "", Period: period = 60, Unit: unit } = MetricStat ?? {};
	return {
		id: Id,
		returnsData: ReturnData ?? true,
		expression: Expression,
		metric: metric && {
			...metricOf(metric),
			statistic: Stat,
			periodSeconds: period,
			unit
		},
		periodSeconds: Period,
		accountId: AccountId
	};
}
function metricOf({ Namespace = "", MetricName = "", Dimensions = [] }) {
	const dimensions = Dimensions.map(({ Name = "", Value = "" }) => [Name, Value]);
	return {
		namespace: Namespace,
		name: MetricName,
		dimensions: Object.fromEntries(dimensions)
	};
}

// build/adapters/cloudwatch-records.js
function historyItemOf({ Timestamp, HistorySummary = "", HistoryData = "" }) {
	const at = Timestamp?.getTime();
	return Number.isFinite(at) ? [{
		at: Number(at),
		summary: HistorySummary,
		data: HistoryData
	}] : [];
}
function sdkQueryOf(query) {
	const { id, returnsData, expression, metric, periodSeconds, accountId } = query;
	return {
		Id: id,
		ReturnData: returnsData,
		...expression !== void 0 && { Expression: expression },
		...metric && { MetricStat: metricStatOf(metric) },
		...periodSeconds !== void 0 && { Period: periodSeconds },
		...accountId !== void 0 && { AccountId: accountId }
	};
}
function metricStatOf(metric) {
	const { namespace, name, dimensions, statistic, periodSeconds, unit } = metric;
	return {
		Metric: {
			Namespace: namespace,
			MetricName: name,
			Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({
				Name,
				Value
			}))
		},
		Stat: statistic,
		Period: periodSeconds,
		...unit !== void 0 && { Unit: unit }
	};
}
function seriesById(results, pages) {
	const series = [...Map.groupBy(results, ({ Id }) => Id ?? "")].map(([id, parts]) => {
		const isAll = pages === "all" && parts.at(-1)?.StatusCode === "Complete";
		return [id, {
			datapoints: [...new Map(parts.flatMap(datapointsOf).map((datapoint) => [datapoint.at, datapoint])).values()].sort((a, b) => a.at - b.at),
			extent: isAll ? "all" : "part"
		}];
	});
	return new Map(series);
}
function datapointsOf({ Timestamps = [], Values = [] }) {
	return Timestamps.flatMap((time, index) => {
		const [at, value] = [time.getTime(), Values[index]];
		return Number.isFinite(value) && Number.isFinite(at) ? [{
			at,
			value: Number(value)
		}] : [];
	});
}

// build/adapters/cloudwatch.js
const alarmTypes = [
	"MetricAlarm",
	"CompositeAlarm",
	"LogAlarm"
];
const mostNames = 100;
const mostPages = 3;
var CloudWatch = class {
	#aws;
	#denied = /* @__PURE__ */ new Map();
	constructor(aws) {
		this.#aws = new _aws_connection_js__WEBPACK_IMPORTED_MODULE_2__.t(aws, CloudWatchClient);
	}
	async read(names, signal) {
		const command = new DescribeAlarmsCommand({
			AlarmNames: names.slice(0, mostNames),
			AlarmTypes: alarmTypes,
			MaxRecords: mostNames
		});
		const { MetricAlarms = [], CompositeAlarms = [], LogAlarms = [] } = await this.#ask("DescribeAlarms", () => this.#aws.client.send(command, sentWith(signal)));
		return new Map([
			...MetricAlarms.map((alarm) => [alarm.AlarmName ?? "", metricAlarmOf(alarm)]),
			...CompositeAlarms.map((alarm) => [alarm.AlarmName ?? "", compositeAlarmOf(alarm)]),
			...LogAlarms.map((alarm) => [alarm.AlarmName ?? "", logAlarmOf(alarm)])
		]);
	}
	async history(AlarmName, { from, until }, signal) {
		const pages = await this.#pages("DescribeAlarmHistory", (NextToken) => {
			const command = new DescribeAlarmHistoryCommand({
				AlarmName,
				AlarmTypes: alarmTypes,
				HistoryItemType: "StateUpdate",
				NextToken,
				StartDate: new Date(from),
				EndDate: new Date(until),
				MaxRecords: 100,
				ScanBy: "TimestampAscending"
			});
			return this.#aws.client.send(command, sentWith(signal));
		});
		return {
			items: pages.flatMap(({ AlarmHistoryItems = [] }) => AlarmHistoryItems).flatMap(historyItemOf).sort((a, b) => a.at - b.at),
			extent: extentOf(pages)
		};
	}
	async datapoints(queries, { from, until }, signal) {
		const pages = await this.#pages("GetMetricData", (NextToken) => {
			const command = new GetMetricDataCommand({
				StartTime: new Date(from),
				EndTime: new Date(until),
				NextToken,
				MetricDataQueries: queries.map(sdkQueryOf),
				ScanBy: "TimestampAscending"
			});
			return this.#aws.client.send(command, sentWith(signal));
		});
		const results = pages.flatMap(({ MetricDataResults = [] }) => [...MetricDataResults]);
		return seriesById(results, extentOf(pages));
	}
	async #pages(operation, ask) {
		const pages = [];
		do {
			const token = pages.at(-1)?.NextToken;
			pages.push(await this.#ask(operation, () => ask(token)));
		} while (pages.at(-1)?.NextToken && pages.length < mostPages);
		return pages;
	}
	async #ask(operation, ask) {
		const denial = this.#denied.get(operation);
		if (denial) throw denial;
		const call = {
			operation,
			endpointName: ""
		};
		try {
			return await ask();
		} catch (thrown) {
			const problem = this.#aws.problem(thrown, call);
			if (problem.code === "access-denied") this.#denied.set(operation, problem);
			throw problem;
		}
	}
};
function extentOf(pages) {
	return pages.at(-1)?.NextToken ? "part" : "all";
}
function sentWith(signal) {
	return signal ? { abortSignal: signal } : {};
}



/***/ }),

/***/ 8535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SageMakerDeletions: () => (/* binding */ SageMakerDeletions)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4079);
/* harmony import */ var _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3209);
/* harmony import */ var _endpoint_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9439);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3585);





// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/DeleteEndpointCommand.js
var DeleteEndpointCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "DeleteEndpoint", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.O) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/DeleteEndpointConfigCommand.js
var DeleteEndpointConfigCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "DeleteEndpointConfig", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.k) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/DeleteInferenceComponentCommand.js
var DeleteInferenceComponentCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "DeleteInferenceComponent", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.A) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/DeleteModelCommand.js
var DeleteModelCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "DeleteModel", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.j) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/DescribeInferenceComponentCommand.js
var DescribeInferenceComponentCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "DescribeInferenceComponent", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.M) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/DescribeTransformJobCommand.js
var DescribeTransformJobCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "DescribeTransformJob", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.P) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/ListEndpointConfigsCommand.js
var ListEndpointConfigsCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "ListEndpointConfigs", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.F) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/ListEndpointsCommand.js
var ListEndpointsCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "ListEndpoints", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.I) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/ListInferenceComponentsCommand.js
var ListInferenceComponentsCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "ListInferenceComponents", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.L) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/ListModelsCommand.js
var ListModelsCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "ListModels", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.z) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/ListTransformJobsCommand.js
var ListTransformJobsCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "ListTransformJobs", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.B) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/pagination/ListEndpointConfigsPaginator.js
const paginateListEndpointConfigs = (0,_endpoint_config_js__WEBPACK_IMPORTED_MODULE_2__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.D, ListEndpointConfigsCommand, "NextToken", "NextToken", "MaxResults");

// node_modules/@aws-sdk/client-sagemaker/dist-es/pagination/ListEndpointsPaginator.js
const paginateListEndpoints = (0,_endpoint_config_js__WEBPACK_IMPORTED_MODULE_2__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.D, ListEndpointsCommand, "NextToken", "NextToken", "MaxResults");

// node_modules/@aws-sdk/client-sagemaker/dist-es/pagination/ListInferenceComponentsPaginator.js
const paginateListInferenceComponents = (0,_endpoint_config_js__WEBPACK_IMPORTED_MODULE_2__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.D, ListInferenceComponentsCommand, "NextToken", "NextToken", "MaxResults");

// node_modules/@aws-sdk/client-sagemaker/dist-es/pagination/ListModelsPaginator.js
const paginateListModels = (0,_endpoint_config_js__WEBPACK_IMPORTED_MODULE_2__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.D, ListModelsCommand, "NextToken", "NextToken", "MaxResults");

// node_modules/@aws-sdk/client-sagemaker/dist-es/pagination/ListTransformJobsPaginator.js
const paginateListTransformJobs = (0,_endpoint_config_js__WEBPACK_IMPORTED_MODULE_2__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.D, ListTransformJobsCommand, "NextToken", "NextToken", "MaxResults");

// build/adapters/sagemaker-deletions.js
const lists = {
	endpoints: {
		operation: "ListEndpoints",
		thing: "Endpoint",
		pages: paginateListEndpoints
	},
	"endpoint configuration": {
		operation: "ListEndpointConfigs",
		thing: "EndpointConfig",
		pages: paginateListEndpointConfigs
	},
	model: {
		operation: "ListModels",
		thing: "Model",
		pages: paginateListModels
	},
	components: {
		operation: "ListInferenceComponents",
		thing: "InferenceComponent",
		pages: paginateListInferenceComponents
	},
	"running-jobs": {
		operation: "ListTransformJobs",
		thing: "TransformJob",
		async *pages(paging, search) {
			for (const StatusEquals of ["InProgress", "Stopping"]) yield* paginateListTransformJobs(paging, {
				...search,
				StatusEquals
			});
		}
	}
};
const pageSize = 100;
var SageMakerDeletions = class {
	#aws;
	constructor(aws) {
		this.#aws = new _aws_connection_js__WEBPACK_IMPORTED_MODULE_3__.t(aws, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.t);
	}
	async list(kind, { endpointName, nameContains }) {
		const { operation, thing, pages } = lists[kind];
		const search = nameContains === void 0 ? {} : { NameContains: nameContains };
		const read = async () => {
			const found = [];
			for await (const page of pages({
				client: this.#aws.client,
				pageSize
			}, search)) {
				const entries = Object.values(page).find(Array.isArray) ?? [];
				found.push(...entries.map((entry) => listed(thing, entry)));
			}
			return found;
		};
		return this.#aws.translating({
			operation,
			endpointName
		}, read());
	}
	async component(name, endpointName) {
		const command = new DescribeInferenceComponentCommand({ InferenceComponentName: name });
		const call = {
			operation: "DescribeInferenceComponent",
			endpointName
		};
		return (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.i)(await this.#aws.translating(call, this.#aws.client.send(command)));
	}
	async job(name, endpointName) {
		const command = new DescribeTransformJobCommand({ TransformJobName: name });
		const call = {
			operation: "DescribeTransformJob",
			endpointName
		};
		return (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.i)(await this.#aws.translating(call, this.#aws.client.send(command)));
	}
	async components(endpointName) {
		const read = async () => {
			const names = [];
			const pages = paginateListInferenceComponents({
				client: this.#aws.client,
				pageSize
			}, { EndpointNameEquals: endpointName });
			for await (const { InferenceComponents = [] } of pages) names.push(...InferenceComponents.map((one) => one.InferenceComponentName ?? ""));
			return names;
		};
		return this.#aws.translating({
			operation: "ListInferenceComponents",
			endpointName
		}, read());
	}
	async deleteComponent(name, endpointName) {
		const command = new DeleteInferenceComponentCommand({ InferenceComponentName: name });
		const call = {
			operation: "DeleteInferenceComponent",
			endpointName
		};
		await this.#aws.translating(call, this.#aws.client.send(command));
	}
	async deleteEndpoint(endpointName) {
		const command = new DeleteEndpointCommand({ EndpointName: endpointName });
		const call = {
			operation: "DeleteEndpoint",
			endpointName
		};
		await this.#aws.translating(call, this.#aws.client.send(command));
	}
	async delete({ kind, name }, endpointName) {
		const { client } = this.#aws;
		if (kind === "model") {
			const call = {
				operation: "DeleteModel",
				endpointName,
				modelName: name
			};
			const command = new DeleteModelCommand({ ModelName: name });
			await this.#aws.translating(call, client.send(command));
			return;
		}
		const call = {
			operation: "DeleteEndpointConfig",
			endpointName,
			endpointConfigName: name
		};
		const command = new DeleteEndpointConfigCommand({ EndpointConfigName: name });
		await this.#aws.translating(call, client.send(command));
	}
};
function listed(thing, entry) {
	const textAt = (member) => String(entry[member] ?? "");
	const timeAt = (member) => entry[member] instanceof Date ? Number(entry[member]) : 0;
	const createdAt = timeAt("CreationTime");
	const modifiedAt = timeAt("LastModifiedTime") || createdAt;
	return {
		name: textAt(`${thing}Name`),
		arn: textAt(`${thing}Arn`),
		createdAt,
		modifiedAt
	};
}



/***/ }),

/***/ 4309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SageMakerRegistry: () => (/* binding */ SageMakerRegistry)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4079);
/* harmony import */ var _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3209);
/* harmony import */ var _endpoint_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9439);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3585);





// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/DescribeModelPackageCommand.js
var DescribeModelPackageCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "DescribeModelPackage", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.N) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/commands/ListModelPackagesCommand.js
var ListModelPackagesCommand = class extends (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.w, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.T, "ListModelPackages", _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.R) {};

// node_modules/@aws-sdk/client-sagemaker/dist-es/pagination/ListModelPackagesPaginator.js
const paginateListModelPackages = (0,_endpoint_config_js__WEBPACK_IMPORTED_MODULE_2__.E)(_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.D, ListModelPackagesCommand, "NextToken", "NextToken", "MaxResults");

// build/adapters/sagemaker-registry.js
const pageSize = 100;
var SageMakerRegistry = class {
	#aws;
	constructor(aws) {
		this.#aws = new _aws_connection_js__WEBPACK_IMPORTED_MODULE_3__.t(aws, _sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.t);
	}
	async versions(group, endpointName) {
		const read = async () => {
			const versions = [];
			const pages = paginateListModelPackages({
				client: this.#aws.client,
				pageSize
			}, { ModelPackageGroupName: group });
			for await (const { ModelPackageSummaryList: page = [] } of pages) versions.push(...page);
			return versions;
		};
		const call = {
			operation: "ListModelPackages",
			endpointName,
			modelPackage: group
		};
		return this.#aws.translating(call, read());
	}
	async package(name, endpointName) {
		const command = new DescribeModelPackageCommand({
			ModelPackageName: name,
			IncludedData: "MetadataOnly"
		});
		const call = {
			operation: "DescribeModelPackage",
			endpointName,
			modelPackage: name
		};
		return (0,_sagemaker_js__WEBPACK_IMPORTED_MODULE_1__.i)(await this.#aws.translating(call, this.#aws.client.send(command)));
	}
};



/***/ }),

/***/ 268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SageMakerRuntime: () => (/* binding */ SageMakerRuntime)
/* harmony export */ });
/* harmony import */ var _rolldown_runtime_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4079);
/* harmony import */ var _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1339);
/* harmony import */ var _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6066);
/* harmony import */ var _EventStreamSerdeConfig_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(998);
/* harmony import */ var _aws_connection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3585);
/* harmony import */ var _configLoader_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6652);
/* harmony import */ var _event_streams_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1753);
/* harmony import */ var _node_http_handler_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5327);
/* harmony import */ var _AwsRestJsonProtocol_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2396);










// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/auth/httpAuthSchemeProvider.js
const defaultSageMakerRuntimeHttpAuthSchemeParametersProvider = async (config, context, input) => {
	return {
		operation: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._t)(context).operation,
		region: await (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(config.region)() || (() => {
			throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
		})()
	};
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
	return {
		schemeId: "aws.auth#sigv4",
		signingProperties: {
			name: "sagemaker",
			region: authParameters.region
		},
		propertiesExtractor: (config, context) => ({ signingProperties: {
			config,
			context
		} })
	};
}
const defaultSageMakerRuntimeHttpAuthSchemeProvider = (authParameters) => {
	const options = [];
	switch (authParameters.operation) {
		default: options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
	}
	return options;
};
const resolveHttpAuthSchemeConfig = (config) => {
	const config_0 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.r)(config);
	return Object.assign(config_0, { authSchemePreference: (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.gt)(config.authSchemePreference ?? []) });
};

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/endpoint/EndpointParameters.js
const resolveClientEndpointParameters = (options) => {
	return Object.assign(options, {
		useDualstackEndpoint: options.useDualstackEndpoint ?? false,
		useFipsEndpoint: options.useFipsEndpoint ?? false,
		defaultSigningName: "sagemaker"
	});
};
const commonParams = {
	UseFIPS: {
		type: "builtInParams",
		name: "useFipsEndpoint"
	},
	Endpoint: {
		type: "builtInParams",
		name: "endpoint"
	},
	Region: {
		type: "builtInParams",
		name: "region"
	},
	UseDualStack: {
		type: "builtInParams",
		name: "useDualstackEndpoint"
	}
};

// node_modules/@aws-sdk/client-sagemaker-runtime/package.json
var version = "3.1142.0";

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/endpoint/bdd.js
const m = "ref";
const a = -1;
const b = true;
const c = "isSet";
const d = "PartitionResult";
const e = "booleanEquals";
const f = "getAttr";
const g = "stringEquals";
const h = { [m]: "Endpoint" };
const i = { [m]: d };
const j = {
	"fn": f,
	"argv": [i, "name"]
};
const k = {};
const l = [{ [m]: "Region" }];
const _data = {
	conditions: [
		[c, [h]],
		[c, l],
		[
			"aws.partition",
			l,
			d
		],
		[e, [{ [m]: "UseFIPS" }, b]],
		[e, [{ [m]: "UseDualStack" }, b]],
		[e, [{
			fn: f,
			argv: [i, "supportsDualStack"]
		}, b]],
		[e, [{
			fn: f,
			argv: [i, "supportsFIPS"]
		}, b]],
		[g, [j, "aws"]],
		[g, [j, "aws-us-gov"]]
	],
	results: [
		[a],
		[a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
		[a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
		[h, k],
		["https://runtime.sagemaker-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
		[a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
		["https://runtime-fips.sagemaker.{Region}.amazonaws.com", k],
		["https://runtime.sagemaker.{Region}.amazonaws.com", k],
		["https://runtime.sagemaker-fips.{Region}.{PartitionResult#dnsSuffix}", k],
		[a, "FIPS is enabled but this partition does not support FIPS"],
		["https://runtime.sagemaker.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
		[a, "DualStack is enabled but this partition does not support DualStack"],
		["https://runtime.sagemaker.{Region}.{PartitionResult#dnsSuffix}", k],
		[a, "Invalid Configuration: Missing Region"]
	]
};
const root = 2;
const nodes = new Int32Array([
	-1,
	1,
	-1,
	0,
	14,
	3,
	1,
	4,
	100000013,
	2,
	5,
	100000013,
	3,
	8,
	6,
	4,
	7,
	100000012,
	5,
	100000010,
	100000011,
	4,
	12,
	9,
	6,
	10,
	100000009,
	7,
	100000006,
	11,
	8,
	100000007,
	100000008,
	5,
	13,
	100000005,
	6,
	100000004,
	100000005,
	3,
	100000001,
	15,
	4,
	100000002,
	100000003
]);
const bdd = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.G.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/endpoint/endpointResolver.js
const cache = new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.W({
	size: 50,
	params: [
		"Endpoint",
		"Region",
		"UseDualStack",
		"UseFIPS"
	]
});
const defaultEndpointResolver = (endpointParams, context = {}) => {
	return cache.get(endpointParams, () => (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.H)(bdd, {
		endpointParams,
		logger: context.logger
	}));
};
_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.U.aws = _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.d;

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/models/SageMakerRuntimeServiceException.js
var SageMakerRuntimeServiceException = class SageMakerRuntimeServiceException extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.rt {
	constructor(options) {
		super(options);
		Object.setPrototypeOf(this, SageMakerRuntimeServiceException.prototype);
	}
};

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/models/errors.js
var InternalDependencyException = class InternalDependencyException extends SageMakerRuntimeServiceException {
	name = "InternalDependencyException";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "InternalDependencyException",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, InternalDependencyException.prototype);
		this.Message = opts.Message;
	}
};
var InternalFailure = class InternalFailure extends SageMakerRuntimeServiceException {
	name = "InternalFailure";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "InternalFailure",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, InternalFailure.prototype);
		this.Message = opts.Message;
	}
};
var ModelError = class ModelError extends SageMakerRuntimeServiceException {
	name = "ModelError";
	$fault = "client";
	Message;
	OriginalStatusCode;
	OriginalMessage;
	LogStreamArn;
	constructor(opts) {
		super({
			name: "ModelError",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ModelError.prototype);
		this.Message = opts.Message;
		this.OriginalStatusCode = opts.OriginalStatusCode;
		this.OriginalMessage = opts.OriginalMessage;
		this.LogStreamArn = opts.LogStreamArn;
	}
};
var ModelNotReadyException = class ModelNotReadyException extends SageMakerRuntimeServiceException {
	name = "ModelNotReadyException";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ModelNotReadyException",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ModelNotReadyException.prototype);
		this.Message = opts.Message;
	}
};
var ServiceUnavailable = class ServiceUnavailable extends SageMakerRuntimeServiceException {
	name = "ServiceUnavailable";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "ServiceUnavailable",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, ServiceUnavailable.prototype);
		this.Message = opts.Message;
	}
};
var ValidationError = class ValidationError extends SageMakerRuntimeServiceException {
	name = "ValidationError";
	$fault = "client";
	Message;
	constructor(opts) {
		super({
			name: "ValidationError",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ValidationError.prototype);
		this.Message = opts.Message;
	}
};
var InternalStreamFailure = class InternalStreamFailure extends SageMakerRuntimeServiceException {
	name = "InternalStreamFailure";
	$fault = "server";
	Message;
	constructor(opts) {
		super({
			name: "InternalStreamFailure",
			$fault: "server",
			...opts
		});
		Object.setPrototypeOf(this, InternalStreamFailure.prototype);
		this.Message = opts.Message;
	}
};
var ModelStreamError = class ModelStreamError extends SageMakerRuntimeServiceException {
	name = "ModelStreamError";
	$fault = "client";
	Message;
	ErrorCode;
	constructor(opts) {
		super({
			name: "ModelStreamError",
			$fault: "client",
			...opts
		});
		Object.setPrototypeOf(this, ModelStreamError.prototype);
		this.Message = opts.Message;
		this.ErrorCode = opts.ErrorCode;
	}
};

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/schemas/schemas_0.js
const _A = "Accept";
const _ABB = "AsyncBodyBlob";
const _B = "Body";
const _BB = "BodyBlob";
const _CA = "CustomAttributes";
const _CAH = "CustomAttributesHeader";
const _CSI = "ClosedSessionId";
const _CT = "ContentType";
const _CT_ = "Content-Type";
const _EC = "ErrorCode";
const _EE = "EnableExplanations";
const _EN = "EndpointName";
const _F = "Filename";
const _FL = "FailureLocation";
const _ICN = "InferenceComponentName";
const _IDE = "InternalDependencyException";
const _IE = "InvokeEndpoint";
const _IEA = "InvokeEndpointAsync";
const _IEAI = "InvokeEndpointAsyncInput";
const _IEAO = "InvokeEndpointAsyncOutput";
const _IEI = "InvokeEndpointInput";
const _IEO = "InvokeEndpointOutput";
const _IF = "InternalFailure";
const _II = "InferenceId";
const _IL = "InputLocation";
const _IPV = "InvokedProductionVariant";
const _ISF = "InternalStreamFailure";
const _ITS = "InvocationTimeoutSeconds";
const _LSA = "LogStreamArn";
const _M = "Message";
const _ME = "ModelError";
const _MNRE = "ModelNotReadyException";
const _MSE = "ModelStreamError";
const _NSI = "NewSessionId";
const _OL = "OutputLocation";
const _OM = "OriginalMessage";
const _OSC = "OriginalStatusCode";
const _PAI = "PrefixAwareId";
const _RTTLS = "RequestTTLSeconds";
const _SI = "SessionId";
const _SOPE = "S3OutputPathExtension";
const _SU = "ServiceUnavailable";
const _TCH = "TargetContainerHostname";
const _TM = "TargetModel";
const _TV = "TargetVariant";
const _VE = "ValidationError";
const _XASA = "X-Amzn-SageMaker-Accept";
const _XASCA = "X-Amzn-SageMaker-Custom-Attributes";
const _XASCSI = "X-Amzn-SageMaker-Closed-Session-Id";
const _XASCT = "X-Amzn-SageMaker-Content-Type";
const _XASEE = "X-Amzn-SageMaker-Enable-Explanations";
const _XASF = "X-Amzn-SageMaker-Filename";
const _XASF_ = "X-Amzn-SageMaker-FailureLocation";
const _XASI = "X-Amzn-SageMaker-InputLocation";
const _XASIC = "X-Amzn-SageMaker-Inference-Component";
const _XASII = "X-Amzn-SageMaker-Inference-Id";
const _XASI_ = "X-Amzn-SageMaker-InvocationTimeoutSeconds";
const _XASNSI = "X-Amzn-SageMaker-New-Session-Id";
const _XASO = "X-Amzn-SageMaker-OutputLocation";
const _XASPAI = "X-Amzn-SageMaker-Prefix-Aware-Id";
const _XASR = "X-Amzn-SageMaker-RequestTTLSeconds";
const _XASS = "X-Amzn-SageMaker-S3OutputPathExtension";
const _XASSI = "X-Amzn-SageMaker-Session-Id";
const _XASTCH = "X-Amzn-SageMaker-Target-Container-Hostname";
const _XASTM = "X-Amzn-SageMaker-Target-Model";
const _XASTV = "X-Amzn-SageMaker-Target-Variant";
const _aQE = "awsQueryError";
const _c = "client";
const _e = "error";
const _h = "http";
const _hE = "httpError";
const _hH = "httpHeader";
const _s = "smithy.ts.sdk.synthetic.com.amazonaws.sagemakerruntime";
const _se = "server";
const _xAIPV = "x-Amzn-Invoked-Production-Variant";
const n0 = "com.amazonaws.sagemakerruntime";
const _s_registry = new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_2__.t(_s);
var SageMakerRuntimeServiceException$ = [
	-3,
	_s,
	"SageMakerRuntimeServiceException",
	0,
	[],
	[]
];
_s_registry.registerError(SageMakerRuntimeServiceException$, SageMakerRuntimeServiceException);
const n0_registry = new _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_2__.t(n0);
var InternalDependencyException$ = [
	-3,
	n0,
	_IDE,
	{
		[_e]: _se,
		[_hE]: 530
	},
	[_M],
	[0]
];
n0_registry.registerError(InternalDependencyException$, InternalDependencyException);
var InternalFailure$ = [
	-3,
	n0,
	_IF,
	{
		[_e]: _se,
		[_hE]: 500
	},
	[_M],
	[0]
];
n0_registry.registerError(InternalFailure$, InternalFailure);
var InternalStreamFailure$ = [
	-3,
	n0,
	_ISF,
	{ [_e]: _se },
	[_M],
	[0]
];
n0_registry.registerError(InternalStreamFailure$, InternalStreamFailure);
var ModelError$ = [
	-3,
	n0,
	_ME,
	{
		[_e]: _c,
		[_hE]: 424
	},
	[
		_M,
		_OSC,
		_OM,
		_LSA
	],
	[
		0,
		1,
		0,
		0
	]
];
n0_registry.registerError(ModelError$, ModelError);
var ModelNotReadyException$ = [
	-3,
	n0,
	_MNRE,
	{
		[_aQE]: [`ModelNotReadyException`, 429],
		[_e]: _c,
		[_hE]: 429
	},
	[_M],
	[0]
];
n0_registry.registerError(ModelNotReadyException$, ModelNotReadyException);
var ModelStreamError$ = [
	-3,
	n0,
	_MSE,
	{ [_e]: _c },
	[_M, _EC],
	[0, 0]
];
n0_registry.registerError(ModelStreamError$, ModelStreamError);
var ServiceUnavailable$ = [
	-3,
	n0,
	_SU,
	{
		[_e]: _se,
		[_hE]: 503
	},
	[_M],
	[0]
];
n0_registry.registerError(ServiceUnavailable$, ServiceUnavailable);
var ValidationError$ = [
	-3,
	n0,
	_VE,
	{
		[_e]: _c,
		[_hE]: 400
	},
	[_M],
	[0]
];
n0_registry.registerError(ValidationError$, ValidationError);
const errorTypeRegistries = [_s_registry, n0_registry];
var AsyncBodyBlob = [
	0,
	n0,
	_ABB,
	8,
	21
];
var BodyBlob = [
	0,
	n0,
	_BB,
	8,
	21
];
var CustomAttributesHeader = [
	0,
	n0,
	_CAH,
	8,
	0
];
var InvokeEndpointAsyncInput$ = [
	3,
	n0,
	_IEAI,
	0,
	[
		_EN,
		_CT,
		_A,
		_CA,
		_II,
		_IL,
		_SOPE,
		_F,
		_RTTLS,
		_ITS,
		_B
	],
	[
		[0, 1],
		[0, { [_hH]: _XASCT }],
		[0, { [_hH]: _XASA }],
		[() => CustomAttributesHeader, { [_hH]: _XASCA }],
		[0, { [_hH]: _XASII }],
		[0, { [_hH]: _XASI }],
		[0, { [_hH]: _XASS }],
		[0, { [_hH]: _XASF }],
		[1, { [_hH]: _XASR }],
		[1, { [_hH]: _XASI_ }],
		[() => AsyncBodyBlob, 16]
	],
	1
];
var InvokeEndpointAsyncOutput$ = [
	3,
	n0,
	_IEAO,
	0,
	[
		_II,
		_OL,
		_FL
	],
	[
		0,
		[0, { [_hH]: _XASO }],
		[0, { [_hH]: _XASF_ }]
	]
];
var InvokeEndpointInput$ = [
	3,
	n0,
	_IEI,
	0,
	[
		_EN,
		_B,
		_CT,
		_A,
		_CA,
		_TM,
		_TV,
		_TCH,
		_II,
		_EE,
		_ICN,
		_SI,
		_PAI
	],
	[
		[0, 1],
		[() => BodyBlob, 16],
		[0, { [_hH]: _CT_ }],
		[0, { [_hH]: _A }],
		[() => CustomAttributesHeader, { [_hH]: _XASCA }],
		[0, { [_hH]: _XASTM }],
		[0, { [_hH]: _XASTV }],
		[0, { [_hH]: _XASTCH }],
		[0, { [_hH]: _XASII }],
		[0, { [_hH]: _XASEE }],
		[0, { [_hH]: _XASIC }],
		[0, { [_hH]: _XASSI }],
		[0, { [_hH]: _XASPAI }]
	],
	2
];
var InvokeEndpointOutput$ = [
	3,
	n0,
	_IEO,
	0,
	[
		_B,
		_CT,
		_IPV,
		_CA,
		_NSI,
		_CSI
	],
	[
		[() => BodyBlob, 16],
		[0, { [_hH]: _CT_ }],
		[0, { [_hH]: _xAIPV }],
		[() => CustomAttributesHeader, { [_hH]: _XASCA }],
		[0, { [_hH]: _XASNSI }],
		[0, { [_hH]: _XASCSI }]
	],
	1
];
var InvokeEndpoint$ = [
	9,
	n0,
	_IE,
	{ [_h]: [
		"POST",
		"/endpoints/{EndpointName}/invocations",
		200
	] },
	() => InvokeEndpointInput$,
	() => InvokeEndpointOutput$
];
var InvokeEndpointAsync$ = [
	9,
	n0,
	_IEA,
	{ [_h]: [
		"POST",
		"/endpoints/{EndpointName}/async-invocations",
		202
	] },
	() => InvokeEndpointAsyncInput$,
	() => InvokeEndpointAsyncOutput$
];

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/runtimeConfig.shared.js
const getRuntimeConfig$1 = (config) => {
	return {
		apiVersion: "2017-05-13",
		base64Decoder: config?.base64Decoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.yt,
		base64Encoder: config?.base64Encoder ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.vt,
		disableHostPrefix: config?.disableHostPrefix ?? false,
		endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
		extensions: config?.extensions ?? [],
		httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSageMakerRuntimeHttpAuthSchemeProvider,
		httpAuthSchemes: config?.httpAuthSchemes ?? [{
			schemeId: "aws.auth#sigv4",
			identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
			signer: new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.o()
		}],
		logger: config?.logger ?? new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Q(),
		protocol: config?.protocol ?? _AwsRestJsonProtocol_js__WEBPACK_IMPORTED_MODULE_7__.t,
		protocolSettings: config?.protocolSettings ?? {
			defaultNamespace: "com.amazonaws.sagemakerruntime",
			errorTypeRegistries,
			version: "2017-05-13",
			serviceTarget: "AmazonSageMakerRuntime"
		},
		serviceId: config?.serviceId ?? "SageMaker Runtime",
		sha256: config?.sha256 ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.t,
		urlParser: config?.urlParser ?? _configLoader_js__WEBPACK_IMPORTED_MODULE_4__.r,
		utf8Decoder: config?.utf8Decoder ?? _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_2__.r,
		utf8Encoder: config?.utf8Encoder ?? _TypeRegistry_js__WEBPACK_IMPORTED_MODULE_2__.n
	};
};

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/runtimeConfig.js
const getRuntimeConfig = (config) => {
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.tt)(process.version);
	const defaultsMode = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.q)(config);
	const defaultConfigProvider = () => defaultsMode().then(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.nt);
	const clientSharedValues = getRuntimeConfig$1(config);
	(0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.bt)(process.version);
	const loaderConfig = {
		profile: config?.profile,
		logger: clientSharedValues.logger
	};
	return {
		...clientSharedValues,
		...config,
		runtime: "node",
		defaultsMode,
		authSchemePreference: config?.authSchemePreference ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.a, loaderConfig),
		bodyLengthChecker: config?.bodyLengthChecker ?? _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.pt,
		credentialDefaultProvider: config?.credentialDefaultProvider ?? _aws_connection_js__WEBPACK_IMPORTED_MODULE_3__.Y,
		defaultUserAgentProvider: config?.defaultUserAgentProvider ?? (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.p)({
			serviceId: clientSharedValues.serviceId,
			clientVersion: version
		}),
		eventStreamSerdeProvider: config?.eventStreamSerdeProvider ?? _event_streams_js__WEBPACK_IMPORTED_MODULE_5__.n,
		maxAttempts: config?.maxAttempts ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.g, config),
		region: config?.region ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.X, {
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Y,
			...loaderConfig
		}),
		requestHandler: _node_http_handler_js__WEBPACK_IMPORTED_MODULE_6__.t.create(config?.requestHandler ?? defaultConfigProvider),
		retryMode: config?.retryMode ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)({
			..._Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__._,
			default: async () => (await defaultConfigProvider()).retryMode || _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.y
		}, config),
		streamCollector: config?.streamCollector ?? _node_http_handler_js__WEBPACK_IMPORTED_MODULE_6__.r,
		useDualstackEndpoint: config?.useDualstackEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ut, loaderConfig),
		useFipsEndpoint: config?.useFipsEndpoint ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.lt, loaderConfig),
		userAgentAppId: config?.userAgentAppId ?? (0,_configLoader_js__WEBPACK_IMPORTED_MODULE_4__.t)(_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.f, loaderConfig)
	};
};

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/auth/httpAuthExtensionConfiguration.js
const getHttpAuthExtensionConfiguration = (runtimeConfig) => {
	const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
	let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
	let _credentials = runtimeConfig.credentials;
	return {
		setHttpAuthScheme(httpAuthScheme) {
			const index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
			if (index === -1) _httpAuthSchemes.push(httpAuthScheme);
			else _httpAuthSchemes.splice(index, 1, httpAuthScheme);
		},
		httpAuthSchemes() {
			return _httpAuthSchemes;
		},
		setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
			_httpAuthSchemeProvider = httpAuthSchemeProvider;
		},
		httpAuthSchemeProvider() {
			return _httpAuthSchemeProvider;
		},
		setCredentials(credentials) {
			_credentials = credentials;
		},
		credentials() {
			return _credentials;
		}
	};
};
const resolveHttpAuthRuntimeConfig = (config) => {
	return {
		httpAuthSchemes: config.httpAuthSchemes(),
		httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
		credentials: config.credentials()
	};
};

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/runtimeExtensions.js
const resolveRuntimeExtensions = (runtimeConfig, extensions) => {
	const extensionConfiguration = Object.assign((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.l)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.$)(runtimeConfig), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.A)(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
	extensions.forEach((extension) => extension.configure(extensionConfiguration));
	return Object.assign(runtimeConfig, (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.u)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.et)(extensionConfiguration), (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.j)(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/SageMakerRuntimeClient.js
var SageMakerRuntimeClient = class extends _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ct {
	config;
	constructor(...[configuration]) {
		const _config_0 = getRuntimeConfig(configuration || {});
		super(_config_0);
		this.initConfig = _config_0;
		const _config_1 = resolveClientEndpointParameters(_config_0);
		const _config_2 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.b)(_config_1);
		const _config_3 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.v)(_config_2);
		const _config_4 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.J)(_config_3);
		const _config_5 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.O)(_config_4);
		const _config_6 = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.V)(_config_5);
		const _config_7 = (0,_EventStreamSerdeConfig_js__WEBPACK_IMPORTED_MODULE_8__.t)(_config_6);
		const _config_8 = resolveHttpAuthSchemeConfig(_config_7);
		const _config_9 = resolveRuntimeExtensions(_config_8, configuration?.extensions || []);
		this.config = _config_9;
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.ot)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.m)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.h)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.k)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.D)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.E)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.T)(this.config));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.w)(this.config, {
			httpAuthSchemeParametersProvider: defaultSageMakerRuntimeHttpAuthSchemeParametersProvider,
			identityProviderConfigProvider: async (config) => new _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.x({ "aws.auth#sigv4": config.credentials })
		}));
		this.middlewareStack.use((0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.C)(this.config));
	}
	destroy() {
		super.destroy();
	}
};

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/commandBuilder.js
const command = (0,_Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.Z)(commonParams, "AmazonSageMakerRuntime", "SageMakerRuntimeClient", _Sha256Node_js__WEBPACK_IMPORTED_MODULE_1__.B);
const _ep0 = {};
const _mw0 = (Command, cs, config, o) => [];

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/commands/InvokeEndpointAsyncCommand.js
var InvokeEndpointAsyncCommand = class extends command(_ep0, _mw0, "InvokeEndpointAsync", InvokeEndpointAsync$) {};

// node_modules/@aws-sdk/client-sagemaker-runtime/dist-es/commands/InvokeEndpointCommand.js
var InvokeEndpointCommand = class extends command(_ep0, _mw0, "InvokeEndpoint", InvokeEndpoint$) {};

// build/adapters/sagemaker-runtime.js
const secondsForACall = 65;
var SageMakerRuntime = class {
	#aws;
	constructor(aws) {
		this.#aws = new _aws_connection_js__WEBPACK_IMPORTED_MODULE_3__.t(aws, SageMakerRuntimeClient, secondsForACall);
	}
	async invoke(endpointName, { request, variant }) {
		const { payload } = request;
		return payload.kind === "body" ? this.#ask(endpointName, payload.bytes, {
			request,
			variant
		}) : this.#enqueue(endpointName, payload.location, request);
	}
	async #ask(endpointName, bytes, { request, variant }) {
		const command = new InvokeEndpointCommand({
			...usualMembers(endpointName, request),
			Body: bytes,
			...variant !== void 0 && { TargetVariant: variant },
			...request.targetModel !== void 0 && { TargetModel: request.targetModel }
		});
		try {
			const { Body, $metadata } = await this.#aws.client.send(command);
			const body = new TextDecoder().decode(Body);
			return {
				kind: "answered",
				status: $metadata.httpStatusCode ?? 200,
				body
			};
		} catch (thrown) {
			const answer = modelsAnswer(thrown);
			if (answer) return answer;
			throw this.#aws.problem(thrown, {
				operation: "InvokeEndpoint",
				endpointName
			});
		}
	}
	async #enqueue(endpointName, location, request) {
		const command = new InvokeEndpointAsyncCommand({
			...usualMembers(endpointName, request),
			InputLocation: location
		});
		try {
			const { OutputLocation = "" } = await this.#aws.client.send(command);
			return {
				kind: "accepted",
				outputLocation: OutputLocation
			};
		} catch (thrown) {
			throw this.#aws.problem(thrown, {
				operation: "InvokeEndpointAsync",
				endpointName
			});
		}
	}
};
function usualMembers(endpointName, { contentType, accept }) {
	return {
		EndpointName: endpointName,
		ContentType: contentType,
		...accept !== void 0 && { Accept: accept }
	};
}
function modelsAnswer(thrown) {
	const { name } = thrown;
	if (name === "ModelNotReadyException") return { kind: "not-ready" };
	if (name !== "ModelError") return void 0;
	const { OriginalStatusCode, OriginalMessage, message } = thrown;
	return {
		kind: "answered",
		status: OriginalStatusCode ?? 0,
		body: OriginalMessage ?? message
	};
}



/***/ })

};
