println options.attributesToGet
println "sortKeys: ${options.sortKeys} pageSize: ${options.pageSize} offset: ${options.pagedResultsOffset}"
