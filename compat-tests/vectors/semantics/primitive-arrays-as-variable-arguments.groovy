// An array of primitives stands for its elements where a method takes any number of objects, but not where it takes one.
println Arrays.asList([1, 2] as int[]).size()
println String.format('%s-%s', [1, 2] as int[])
println Objects.hash([1, 2] as int[])
println([List.of([1, 2] as int[]).size(), List.of(['a', 'b'] as String[]).size(), List.of(1, 2).size(), List.of().size()])
println([Set.of([1, 2] as int[]).size(), Set.of(['a', 'b'] as String[]).size()])
println java.util.stream.Stream.of(['a', 'b'] as String[]).count()
println java.util.stream.Stream.of([1, 2] as int[]).count()
