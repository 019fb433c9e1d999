class P { static P[] ps; def a }
println P.ps[a: 1]
