// `f = (a, b) ->` begins no parameters: two names in parentheses are no default value. `f = (a) ->` does.
def several = { def f = (a, b) -> a + b; f(1, 2) }
println several()
def none = { def f = () -> 'nothing'; f() }
println none()
def withDefault = { def f = (a, b = 2) -> { a * b }; f(4) }
println withDefault()
def a = 5
def parameter = { def f = (a) -> f + 1 }
println parameter()
println parameter(1)
