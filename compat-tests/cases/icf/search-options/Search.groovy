def options = options as OperationOptions
println([options.pageSize, options.pagedResultsOffset, options.pagedResultsCookie, options.sortKeys?.collect { it.toString() }, options.attributesToGet?.toList(), options.scope, options.container, options.runAsUser, options.runWithPassword?.class, options.options.keySet().sort(), options.options.custom, options.options['PAGE_SIZE']])
println options
println options.attributesToGet.class
println options.sortKeys.class
if (options.sortKeys != null) { println options.sortKeys.length; options.sortKeys.each { println it.field + ' ' + it.isAscendingOrder() + ' ' + it.ascendingOrder } }
null