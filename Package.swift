// swift-tools-version: 6.2
import PackageDescription

/// One strictness for every Swift target: Swift 6, warnings are errors, unsafe code is spelled out.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// The program is optimised under test as well: the suite, most of which runs it, takes a third of the time.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let package = Package(
    name: "pipeline",
    products: [
        .executable(name: "pipeline", targets: ["PipelineCommand"]),
        .executable(name: "sample-force", targets: ["SampleForce"]),
        .executable(name: "sql-cases", targets: ["SQLCases"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // C libraries of the system, and one instruction of the processor: a module map and a header, each imported by exactly
        // one Swift file.
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CLaneBits"),
        .systemLibrary(name: "CSync"),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // Values: typed columns, civil time, diagnostics.
        .target(name: "Tables", dependencies: ["CMalloc"]),
        // Lexer, parser, types and evaluation of row-local expressions · pure maths.
        .target(name: "Expressions", dependencies: ["Tables"]),
        .target(name: "Statistics"),
        // YAML to checked definitions.
        .target(name: "Definitions", dependencies: ["Tables", "Expressions", "Yams", crypto]),
        // Exports to tables · tables to figures · figures to files · files to a published run.
        .target(
            name: "Ingest",
            dependencies: ["Tables", "Expressions", "Definitions", "CLibCSV", "CZlib", "CLaneBits", crypto]),
        // Definitions to SQL over the kept tables.
        .target(name: "SQLPrinting", dependencies: ["Tables", "Expressions", "Definitions"]),
        .target(name: "Compute", dependencies: ["Tables", "Expressions", "Definitions", "Statistics"]),
        // Drawings as SVG · workbooks as XLSX: both know numbers and words, not KPIs.
        .target(name: "Charts", dependencies: ["Statistics"]),
        .target(name: "Spreadsheet", dependencies: ["CXLSXWriter", "Tables"]),
        .target(
            name: "Reporting",
            dependencies: [
                "Tables", "Expressions", "Definitions", "Ingest", "Compute", "Statistics", "SQLPrinting", "Charts",
                "Spreadsheet", "RunStore", crypto, mustache,
            ]),
        .target(name: "RunStore", dependencies: ["Tables", "CSync", crypto, grdb]),
        // The flow, the command line, the sample force.
        .target(
            name: "PipelineRunner",
            dependencies: [
                "Tables", "Expressions", "Definitions", "Ingest", "Compute", "SQLPrinting", "Reporting", "RunStore",
                crypto, logging, subprocess,
            ]),
        .executableTarget(
            name: "PipelineCommand",
            dependencies: [
                "PipelineRunner", "Tables", "Expressions", "Definitions", "Ingest", "Compute", "SQLPrinting",
                "Reporting",
                "RunStore", argumentParser,
            ]),
        .executableTarget(name: "SampleForce", dependencies: ["Tables", argumentParser]),

        // What SQL and the engine must agree on, written for Tests/Oracle/duckdb.
        .executableTarget(
            name: "SQLCases",
            dependencies: [
                "PipelineRunner", "SQLPrinting", "Compute", "Reporting", "RunStore", "Definitions", "Tables",
                argumentParser,
            ],
            path: "Tests/SQLCases"),

        .testTarget(name: "TablesTests", dependencies: ["Tables"]),
        .testTarget(name: "ExpressionsTests", dependencies: ["Expressions", "Tables"]),
        .testTarget(name: "StatisticsTests", dependencies: ["Statistics"]),
        .testTarget(name: "DefinitionsTests", dependencies: ["Definitions", "Expressions", "Tables"]),
        .testTarget(name: "IngestTests", dependencies: ["Ingest", "Definitions", "Expressions", "Tables"]),
        .testTarget(
            name: "ComputeTests", dependencies: ["Compute", "Definitions", "Expressions", "Statistics", "Tables"]),
        .testTarget(name: "ChartsTests", dependencies: ["Charts", "Statistics"]),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Reporting", "Charts", "Spreadsheet", "Statistics", "Compute", "Ingest", "Definitions", "Expressions",
                "Tables",
            ]),
        .testTarget(name: "RunStoreTests", dependencies: ["RunStore", "Tables", grdb]),
        .testTarget(
            name: "SQLTests",
            dependencies: ["SQLPrinting", "PipelineRunner", "Compute", "RunStore", "Definitions", "Tables"]),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "PipelineRunner", "RunStore", "Reporting", "Compute", "Ingest", "Definitions", "Expressions", "Tables",
            ]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = settings + (target.type == .test ? [] : optimised)
}
